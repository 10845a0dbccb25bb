import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { OfflineCodeRow } from '../../../schema/jobs/offline-code.row';

/** One-time codes are made of a chip's secret: with a new one, those given out and not typed open nothing. */
@Injectable()
export class SupersedeCodes {
  /** Whoever asks again gets a new code. */
  async execute(tx: Tx, chipNo: string, at: Instant): Promise<void> {
    await tx.rows(OfflineCodeRow).update({ chipNo, usedAt: IsNull(), supersededAt: IsNull() }, { supersededAt: at });
  }
}
