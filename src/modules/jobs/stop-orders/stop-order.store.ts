import { Injectable } from '@nestjs/common';
import type { StopOrder, StopStanding } from '../../../domain/jobs/stop-order';
import type { Instant } from '../../../kernel/time';
import { epochMs } from '../../../platform/database/epoch-ms';
import type { Tx } from '../../../platform/database/unit-of-work';

export interface NewStopOrder extends StopOrder {
  readonly jobId: string;
  readonly regionCode: string;
  readonly orderedBy: string;
  readonly reason: string;
  readonly photoId: string | null;
}

export interface StoredStopOrder extends StopOrder {
  readonly jobId: string;
  readonly regionCode: string;
  readonly orderedBy: string;
}

const COLUMNS = `job_id as "jobId", region_code as "regionCode", ordered_by as "orderedBy", standing, ${epochMs('due_at')} as "dueAt"`;

/** Orders by which a job was stopped on the spot, one a job. */
@Injectable()
export class StopOrderStore {
  async insert(tx: Tx, order: NewStopOrder, at: Instant): Promise<void> {
    await tx.query(
      `insert into job_stop_orders (job_id, region_code, ordered_by, ordered_at, reason, photo_id, standing, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [order.jobId, order.regionCode, order.orderedBy, new Date(at), order.reason, order.photoId, order.standing, order.dueAt === null ? null : new Date(order.dueAt)],
    ); // prettier-ignore
  }

  async lock(tx: Tx, jobId: string): Promise<StoredStopOrder | null> {
    const [order] = await tx.query<StoredStopOrder>(
      `select ${COLUMNS} from job_stop_orders where job_id = $1 for update`,
      [jobId],
    );
    return order ?? null;
  }

  /** Those whose time ran out before anybody decided. */
  lockOverdue(tx: Tx, at: Instant): Promise<StoredStopOrder[]> {
    return tx.query<StoredStopOrder>(
      `select ${COLUMNS} from job_stop_orders where standing = 'provisional' and due_at <= $1
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
    await tx.query(
      'update job_stop_orders set standing = $2, decided_by = $3, decided_at = $4, note = $5 where job_id = $1',
      [jobId, standing, by.userId, new Date(at), by.note],
    );
  }
}
