import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { JobRow } from '../../schema/jobs/job.row';

/** An open job of a permit, with how long its chip was not heard of. */
export interface Continuable extends Readonly<Pick<JobRow, 'id' | 'photoId'>> {
  /** Null where no chip has to answer. */
  readonly silentMs: number | null;
}

/** The jobs that may go on under another permit. */
export const continuableJobs = (tx: Tx, permitId: string, at: Instant): Promise<Continuable[]> =>
  tx.prepared<Continuable>(
    `select j.id, j.photo_id as "photoId", extract(epoch from $2::timestamptz - cs.last_seen_at)::float8 * 1000 as "silentMs"
     from jobs j left join chip_states cs on cs.chip_no = j.chip_no
     where j.permit_id = $1 and j.state in ('reserved', 'running')`,
    [permitId, new Date(at)],
  );
