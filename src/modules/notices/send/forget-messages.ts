import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** What arrived or was given up long ago. */
@Injectable()
export class ForgetMessages {
  async execute(tx: Tx, before: Instant, most: number): Promise<number> {
    const gone = await tx.query(
      `delete from messages where id in (select id from messages where settled_at < $1 order by settled_at limit $2) returning 1`,
      [new Date(before), most],
    );
    return gone.length;
  }
}
