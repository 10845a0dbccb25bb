import type { Instant } from '../../../../kernel/time';
import { columnsOf } from '../../../../platform/database/columns';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { JobRow } from '../../../../schema/jobs/job.row';

const NAMES = ['id', 'machineId', 'chipNo', 'welderId', 'permitId'] as const;

export interface LongJob extends Readonly<Pick<JobRow, (typeof NAMES)[number]>> {
  readonly since: Instant;
}

/** Jobs that run since before a moment. */
export const jobsRunningSince = (tx: Tx, before: Instant): Promise<LongJob[]> =>
  tx.prepared<LongJob>(
    `select ${columnsOf(JobRow, 'j', NAMES)}, coalesce(j.running_at, j.reserved_at) as since from jobs j
     where j.state = 'running' and coalesce(j.running_at, j.reserved_at) < $1`,
    [new Date(before)],
  );
