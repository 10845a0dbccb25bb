import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

/** A running job whose chip has not been heard of for too long. */
export interface SilentChip {
  readonly chipNo: string;
  readonly machineId: string;
  readonly jobId: string;
  readonly silentMs: number;
  /** It was told of already. */
  readonly told: boolean;
}

/** Chips of running jobs that were last heard at a moment or before; counted from the job's start where that is later. */
export const chipsSilentSince = (tx: Tx, at: Instant, heardBy: Instant): Promise<SilentChip[]> =>
  tx.prepared<SilentChip>(
    `select s.chip_no as "chipNo", j.machine_id as "machineId", j.id as "jobId",
       extract(epoch from $1::timestamptz - h.heard_at)::float8 * 1000 as "silentMs", s.silent_since is not null as told
     from jobs j join chip_states s on s.chip_no = j.chip_no,
       lateral (select greatest(s.last_seen_at, j.running_at) as heard_at) h
     where j.state = 'running' and j.control <> 'code-only' and h.heard_at <= $2 order by s.chip_no`,
    [new Date(at), new Date(heardBy)],
  );
