import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** One-time codes are made of a chip's secret: with a new one, those given out and not typed open nothing. */
@Injectable()
export class SupersedeCodes {
  /** Whoever asks again gets a new code. */
  async execute(tx: Tx, chipNo: string, at: Instant): Promise<void> {
    await tx.query(
      `update offline_codes set superseded_at = $2 where chip_no = $1 and used_at is null and superseded_at is null`,
      [chipNo, new Date(at)],
    );
  }
}
