import type { RuleBook } from '../../src/domain/rules/rule-book';
import {
  DAY,
  HOUR,
  MINUTE,
  SECOND,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiWeekday,
  type Instant,
} from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { PLAYERS } from './cast';
import * as county from './county';
import { iso, range, type DemoContext, type DemoCounty } from './demo-context';
import { insertPastArcs, type BurntJob } from './past-arcs';
import { refusalRow, type Flaw } from './past-refusals';

const DAYS = 13;

/** Work of one stretch, as the days before left it in the books. */
interface PastJob {
  readonly from: Instant;
  readonly to: Instant;
  readonly enterprise: number;
  readonly welder: number;
  readonly machine: number;
  readonly permitId: string | null;
  readonly areaId: string | null;
}

/** A permit that has been worked under and closed. */
export interface WorkedPermit {
  readonly id: string;
  readonly enterprise: number;
  readonly welder: number;
  readonly machine: number;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
}

/** The fortnight before, so that a trend has a past: finished jobs, and people who were turned away. */
export async function insertHistory(
  tx: Tx,
  context: DemoContext,
  made: DemoCounty,
  {
    permits,
    areaIds,
    book,
  }: { permits: readonly WorkedPermit[]; areaIds: ReadonlyMap<number, string>; book: RuleBook },
): Promise<void> {
  const jobs = [...jobsAtFixedPlaces(context.now, areaIds), ...permits.map(underPermit)].sort(
    (a, b) => a.from - b.from,
  );
  const rows = jobs.map((job) => jobRow(context, made, job));
  await bulkInsert(tx, 'jobs', rows);
  await insertPastArcs(tx, context, jobs.map((job, n) => burntJob(job, rows[n]!))); // prettier-ignore
  await bulkInsert(tx, 'decisions', refusals(context, made, book));
}

const pastDays = (now: Instant): Instant[] =>
  range(DAYS).map((n) => shanghaiMidnight(shanghaiDate(now)) - (DAYS - n) * DAY);
const isWeekend = (day: Instant): boolean => [0, 6].includes(shanghaiWeekday(day));

/** Morning and afternoon at each fixed place; at weekends a few go on. */
function jobsAtFixedPlaces(now: Instant, areaIds: ReadonlyMap<number, string>): PastJob[] {
  const workers = PLAYERS.filter(({ part, enterprise }) => part === 'welder' && areaIds.has(enterprise));
  return pastDays(now).flatMap((day, d) =>
    workers
      .filter((_, n) => (isWeekend(day) ? (n + d) % 5 === 0 : (n + d) % 7 !== 0))
      .flatMap(({ enterprise, welder, machine }, n) =>
        [8 * HOUR, 14 * HOUR].map((hour, half) => {
          const from = day + hour + ((n * 7 + d * 13 + half * 29) % 80) * MINUTE;
          const to = from + (45 + ((n * 11 + d * 17) % 110)) * MINUTE;
          return { from, to, enterprise, welder, machine, permitId: null, areaId: areaIds.get(enterprise) ?? null };
        }),
      ),
  );
}

const underPermit = ({ id, enterprise, welder, machine, startedAt, finishedAt }: WorkedPermit): PastJob => ({
  ...{ enterprise, welder, machine, permitId: id, areaId: null },
  from: startedAt + 4 * MINUTE,
  to: finishedAt - 6 * MINUTE,
});

/** Of the time with power a third to a half was arc. */
const arcMs = ({ from, to, welder }: PastJob): number => Math.round((to - from) * (0.32 + (welder % 10) * 0.02));

function jobRow({ now, ids }: DemoContext, made: DemoCounty, job: PastJob) {
  return {
    id: ids.next(now),
    machine_id: made.machineIds[job.machine],
    chip_no: made.machines[job.machine]?.chipNo,
    welder_id: made.welderIds[job.welder],
    ...{ permit_id: job.permitId, designated_area_id: job.areaId, enterprise_id: made.enterpriseIds[job.enterprise] },
    region_code: county.enterprise(job.enterprise).regionCode,
    ...{ outlet: 1, control: 'cut', automatic: false, source: 'online', state: 'finished', end_reason: 'finished' },
    reserved_at: iso(job.from),
    running_at: iso(job.from + 2 * SECOND),
    ended_at: iso(job.to),
    work_until: iso(job.from + 8 * HOUR),
    ...{ idle_limit_s: 7200, last_arc_at: iso(job.to - MINUTE), arc_open: false, arc_ms: arcMs(job) },
    ...county.siteOf(job.enterprise),
  };
}

const burntJob = ({ from }: PastJob, row: ReturnType<typeof jobRow>): BurntJob => ({
  ...{ id: row.id, chipNo: row.chip_no!, machineId: row.machine_id!, enterpriseId: row.enterprise_id! },
  ...{ regionCode: row.region_code, from, arcMs: row.arc_ms },
});

/** Whoever tries without a valid certificate today has tried before. */
function refusals({ now, ids }: DemoContext, made: DemoCounty, book: RuleBook): Record<string, unknown>[] {
  const tried = PLAYERS.filter(({ part }) => part === 'uncertified');
  return pastDays(now).flatMap((day, d) =>
    tried
      .filter((_, n) => !isWeekend(day) && (n + d) % 3 !== 0)
      .map(({ username, welder, machine }, n) => {
        const at = day + 8 * HOUR + ((n * 97 + d * 53) % 540) * MINUTE;
        return refusalRow(made, book, ids.next(now), { at, username, welder, machine, flaw: flawOf(welder) });
      }),
  );
}

function flawOf(welder: number): Flaw {
  const which = county.certificateCase(welder);
  if (which === 'unverified') return 'certificate.unverified';
  return which === 'expired' ? 'certificate.expired' : 'certificate.missing';
}
