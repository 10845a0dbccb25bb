import { MINUTE, type Instant } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { iso, type DemoContext } from './demo-context';

/** A finished job with what its chip measured in all. */
export interface BurntJob {
  readonly id: string;
  readonly chipNo: string;
  readonly machineId: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly from: Instant;
  readonly arcMs: number;
}

/** The chips of the county count their boots from one. */
const BEFORE_THE_FIRST = 0;
const RULES = { platform: 'on-platform', certificate: 'certified', permit: 'permitted' } as const;

/** What the chips saw of the jobs in the books: an arc each, judged as right as it was. Without one, a permit would look as if nobody had worked under it. */
export async function insertPastArcs(tx: Tx, { now, ids }: DemoContext, jobs: readonly BurntJob[]): Promise<void> {
  const firstUp = Math.min(...jobs.map(({ from }) => from));
  const arcs = jobs.map((job) => {
    const startedAt = job.from + 4 * MINUTE;
    const endedAt = startedAt + job.arcMs;
    return {
      ...{ id: ids.next(now), chip_no: job.chipNo, machine_id: job.machineId, boot: BEFORE_THE_FIRST, outlet: 1 },
      ...{ start_up: startedAt - firstUp, last_up: endedAt - firstUp, from_events: true, lost: false },
      ...{ started_at: iso(startedAt), ended_at: iso(endedAt), last_seen_at: iso(endedAt) },
      ...{ arc_ms: job.arcMs, peak_a: 128, sample_ms: 10_000, claimed_job_id: job.id },
      ...{ region_code: job.regionCode, enterprise_id: job.enterpriseId },
    };
  });
  await bulkInsert(tx, 'arcs', arcs);
  const verdicts = arcs.flatMap((arc) =>
    Object.entries(RULES).map(([rule, verdict]) => ({
      ...{ arc_id: arc.id, rule, version: 1, verdict, job_id: arc.claimed_job_id },
      ...{ judged_at: arc.ended_at, detail: {} },
    })),
  );
  await bulkInsert(tx, 'arc_verdicts', verdicts);
}
