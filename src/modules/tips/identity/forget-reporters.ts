import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Who reported what was settled long ago. The platform cannot read identities; a function of the database takes them away. */
@Injectable()
export class ForgetReporters {
  async execute(tx: Tx, before: Instant, most: number): Promise<number> {
    const [row] = await tx.query<{ gone: number }>('select erase_tip_identities($1, $2) as gone', [
      new Date(before),
      most,
    ]);
    return row?.gone ?? 0;
  }
}
