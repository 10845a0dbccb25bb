import { Injectable } from '@nestjs/common';
import { standingAt, type StopOrder } from '../../domain/jobs/stop-order';
import { isoTimeOrNull, type Instant } from '../../kernel/time';
import { columnsOf } from '../../platform/database/columns';
import type { Tx } from '../../platform/database/unit-of-work';
import { JobRow } from '../../schema/jobs/job.row';
import type { JobStopOrder } from './job.dto';
import type { JobStopOrderRow } from '../../schema/jobs/job-stop-order.row';

const OPEN = ['id', 'machineId', 'outlet', 'welderId', 'permitId', 'reservedAt', 'workUntil'] as const satisfies readonly (keyof JobRow)[]; // prettier-ignore
const COLUMNS = columnsOf(JobRow, 'j', [...OPEN, 'state']);

export interface OpenJobSummary extends Readonly<Pick<JobRow, (typeof OPEN)[number]>> {
  readonly state: 'reserved' | 'running';
}

/** Questions later features ask about jobs; the caller's scope decides what they see. */
@Injectable()
export class JobsReader {
  openOnMachine(tx: Tx, machineId: string): Promise<OpenJobSummary[]> {
    return tx.prepared<OpenJobSummary>(
      `select ${COLUMNS} from jobs j where machine_id = $1 and state in ('reserved', 'running') order by outlet`,
      [machineId],
    );
  }

  openOfWelder(tx: Tx, welderId: string): Promise<OpenJobSummary[]> {
    return tx.prepared<OpenJobSummary>(
      `select ${COLUMNS} from jobs j where welder_id = $1 and state in ('reserved', 'running') order by id desc`,
      [welderId],
    );
  }

  /** The latest order that stopped the job, work under the permit, or the machine within a day of a moment. */
  async stopAround(tx: Tx, of: WorkFoundAt, at: Instant): Promise<(JobStopOrder & { readonly jobId: string }) | null> {
    const [order] = await tx.query<StopOrderRow>(
      `select s.job_id as "jobId", s.standing, s.reason, o.name as "orderedBy", s.ordered_at as "orderedAt", s.photo_id as "photoId",
         s.due_at as "dueAt", d.name as "decidedBy", s.decided_at as "decidedAt", s.note
       from job_stop_orders s join jobs j on j.id = s.job_id join users o on o.id = s.ordered_by left join users d on d.id = s.decided_by
       where j.id = $1 or (s.ordered_at between $4::timestamptz - interval '1 day' and $4::timestamptz + interval '1 day'
         and (j.permit_id = $2 or j.machine_id = $3))
       order by s.ordered_at desc limit 1`,
      [of.jobId, of.permitId, of.machineId, new Date(of.foundAt)],
    );
    return order ? shownStop(order, at) : null;
  }
}

/** What was found, as far as a stop may be about it. */
export interface WorkFoundAt {
  readonly jobId: string | null;
  readonly permitId: string | null;
  readonly machineId: string | null;
  readonly foundAt: Instant;
}

type StopOrderRow = StopOrder &
  Pick<JobStopOrder, 'reason' | 'orderedBy' | 'photoId' | 'decidedBy' | 'note'> &
  Pick<JobStopOrderRow, 'jobId' | 'orderedAt' | 'decidedAt'>;

const shownStop = ({ orderedAt, decidedAt, dueAt, ...order }: StopOrderRow, at: Instant) => ({
  ...order,
  standing: standingAt({ standing: order.standing, dueAt }, at),
  orderedAt: new Date(orderedAt).toISOString(),
  dueAt: isoTimeOrNull(dueAt),
  decidedAt: isoTimeOrNull(decidedAt),
});
