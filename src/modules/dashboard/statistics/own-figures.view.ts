import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

interface Figures {
  readonly monthJobs: number;
  readonly monthArcMs: number;
  readonly monthRefused: number;
  readonly yearJobs: number;
  readonly yearArcMs: number;
  readonly yearRefused: number;
  readonly code: string;
  readonly trainingValidTo: string | null;
}

/** One welder's work since two moments. Under the system's scope: a welder works in every county. */
export async function ownFigures(tx: Tx, welderId: string, month: Instant, year: Instant): Promise<Figures> {
  const [row] = await tx.prepared<Figures>(
    `with work as (
       select count(*) filter (where reserved_at >= $2)::int as month_jobs, count(*)::int as year_jobs,
         coalesce(sum(arc_ms) filter (where reserved_at >= $2), 0)::float8 as month_arc, coalesce(sum(arc_ms), 0)::float8 as year_arc
       from jobs where welder_id = $1 and state <> 'failed' and reserved_at >= $3
     ), no as (
       select count(*) filter (where at >= $2)::int as month, count(*)::int as year from decisions
       where welder_id = $1 and at >= $3 and not allowed and purpose <> 'dry-run'
     )
     select work.month_jobs as "monthJobs", work.month_arc as "monthArcMs", no.month as "monthRefused",
       work.year_jobs as "yearJobs", work.year_arc as "yearArcMs", no.year as "yearRefused", w.code, w.training_valid_to as "trainingValidTo"
     from work, no, welders w where w.id = $1`,
    [welderId, new Date(month), new Date(year)],
  );
  return row!;
}
