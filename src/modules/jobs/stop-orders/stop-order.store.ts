import { Injectable } from '@nestjs/common';
import type { StopOrder, StopStanding } from '../../../domain/jobs/stop-order';
import type { Instant } from '../../../kernel/time';
import { columnsOf } from '../../../platform/database/columns';
import type { Tx } from '../../../platform/database/unit-of-work';
import { JobStopOrderRow } from '../../../schema/jobs/job-stop-order.row';

type Named = 'jobId' | 'regionCode' | 'orderedBy';

export interface StoredStopOrder extends StopOrder, Readonly<Pick<JobStopOrderRow, Named>> {}

export interface NewStopOrder extends StoredStopOrder, Readonly<Pick<JobStopOrderRow, 'reason' | 'photoId'>> {}

const COLUMNS = columnsOf(JobStopOrderRow, 's', ['jobId', 'regionCode', 'orderedBy', 'standing', 'dueAt']);

/** Orders by which a job was stopped on the spot, one a job. */
@Injectable()
export class StopOrderStore {
  insert(tx: Tx, order: NewStopOrder, at: Instant): Promise<void> {
    return tx.rows(JobStopOrderRow).insert({ ...order, orderedAt: at });
  }

  async lock(tx: Tx, jobId: string): Promise<StoredStopOrder | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    return (await tx.rows(JobStopOrderRow).findOne({ where: { jobId }, lock })) as StoredStopOrder | null;
  }

  /** Those whose time ran out before anybody decided. */
  lockOverdue(tx: Tx, at: Instant): Promise<StoredStopOrder[]> {
    return tx.query<StoredStopOrder>(
      `select ${COLUMNS} from job_stop_orders s where standing = 'provisional' and due_at <= $1
       order by job_id limit 200 for update skip locked`,
      [new Date(at)],
    );
  }

  async settle(
    tx: Tx,
    jobId: string,
    standing: StopStanding,
    by: { readonly userId: string | null; readonly note: string | null },
    at: Instant,
  ): Promise<void> {
    const decided = { standing, decidedBy: by.userId, decidedAt: at, note: by.note };
    await tx.rows(JobStopOrderRow).update({ jobId }, decided);
  }
}
