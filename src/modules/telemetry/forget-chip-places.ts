import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

/** Where a chip was last, that nobody has heard of since. */
@Injectable()
export class ForgetChipPlaces {
  async execute(tx: Tx, before: Instant, most: number): Promise<number> {
    const gone = await tx.query(
      `update chip_states set lat = null, lng = null, accuracy_m = null, position_at = null
       where chip_no in (select chip_no from chip_states where position_at < $1 and lat is not null limit $2) returning 1`,
      [new Date(before), most],
    );
    return gone.length;
  }
}
