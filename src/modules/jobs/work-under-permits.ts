import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import { WorkRecords } from '../permits/running-jobs.port';

/** When work under a permit went on, as its jobs tell it. */
@Injectable()
export class WorkUnderPermits extends WorkRecords {
  async lastWorkAt(tx: Tx, permitId: string, at: Instant): Promise<Instant | null> {
    const [row] = await tx.prepared<{ last: Instant | null }>(
      `select max(coalesce(ended_at, $2::timestamptz)) as last from jobs
       where permit_id = $1 and state in ('running', 'finished', 'stopped')`,
      [permitId, new Date(at)],
    );
    return row?.last ?? null;
  }
}
