import type { Period } from '../../kernel/time';
import { subtreeRange, type RegionCode } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';

/** How many refused scans of a period had a reason; a scan with two reasons counts at both. */
export interface RefusalRow {
  readonly code: string;
  /** Index into the periods asked for. */
  readonly period: number;
  readonly n: number;
}

export function refusalsOf(tx: Tx, region: RegionCode, periods: readonly Period[]): Promise<RefusalRow[]> {
  const { from, to } = subtreeRange(region);
  const times = (of: (period: Period) => number): Date[] => periods.map((period) => new Date(of(period)));
  return tx.prepared<RefusalRow>(
    `with periods as (select ordinal::int - 1 as n, since, until
       from unnest($3::timestamptz[], $4::timestamptz[]) with ordinality as u(since, until, ordinal))
     select f ->> 'code' as code, p.n as period, count(distinct d.id)::int as n
     from periods p join decisions d on d.at >= p.since and d.at < p.until
       cross join lateral jsonb_array_elements(d.findings) f
     where not d.allowed and d.purpose <> 'dry-run' and f ->> 'severity' = 'block' and d.region_code >= $1 and d.region_code < $2
     group by 1, 2 order by 1, 2`,
    [from, to, times((one) => one.from), times((one) => one.to)],
  );
}
