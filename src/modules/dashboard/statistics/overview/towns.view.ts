import { Injectable } from '@nestjs/common';
import { oneLevelUp } from '../../../../kernel/region-code';
import { shanghaiDate, type Instant } from '../../../../kernel/time';
import type { Tx } from '../../../../platform/database/unit-of-work';
import { type Reach, reachValues, within } from '../../../inventory/reach';
import type { TownStatistics } from '../statistics.dto';

const NUMBERS = ['machines', 'machinesWithChip', 'welders', 'weldersCertified'] as const;

/** The counters of the inventory (docs/adr/0030) of each region down to the towns, and the changes that are not yet in them. */
const OF_REGION = `
  with c as (
    select region_code as code, dimension, value, due_on, n from inventory_counts
    where kind in ('machine', 'welder') and region_code >= $1 and region_code < $2 and length(region_code) <= 9 and region_code <> ''
      and dimension in ('chip', 'employment', 'certificate')
    union all
    select left(d.region_code, l.digits), d.dimension, d.value, d.due_on, d.n
    from inventory_deltas d, (values (2), (4), (6), (9)) l(digits)
    where d.region_code >= $1 and d.region_code < $2 and l.digits between length($1) and length(d.region_code)
      and d.dimension in ('chip', 'employment', 'certificate')),
  sums as (
    select code, coalesce(sum(n) filter (where dimension = 'chip'), 0)::int as machines,
      coalesce(sum(n) filter (where dimension = 'chip' and value = 'fitted'), 0)::int as "machinesWithChip",
      coalesce(sum(n) filter (where dimension = 'employment'), 0)::int as welders,
      coalesce(sum(n) filter (where dimension = 'certificate' and value = 'held' and due_on >= $3), 0)::int as "weldersCertified"
    from c group by code)
  select s.*, coalesce(r.name, s.code) as name from sums s left join regions r on r.code = s.code order by s.code`;

/** The same of one enterprise, or of a village: few enough to be counted. */
const COUNTED = `
  with m as (
    select left(region_code, 9) as code, count(*)::int as machines, count(*) filter (where chip = 'fitted')::int as "machinesWithChip"
    from inventory_machines where status <> 'scrapped' and ${within('region_code', 'enterprise_id')} group by 1
  ), w as (
    select left(region_code, 9) as code, count(*)::int as welders,
      count(*) filter (where certificate = 'held' and certificate_until >= $4)::int as "weldersCertified"
    from inventory_welders where ${within('region_code', 'enterprise_id')} group by 1
  )
  select code, coalesce(r.name, code) as name, coalesce(machines, 0) as machines, coalesce("machinesWithChip", 0) as "machinesWithChip",
    coalesce(welders, 0) as welders, coalesce("weldersCertified", 0) as "weldersCertified"
  from m full join w using (code) left join regions r using (code) order by code`;
const TOWN_DIGITS = 9;

/** Machines and welders by town, and how many of them have what they need. */
@Injectable()
export class TownsView {
  async of(tx: Tx, reach: Reach, at: Instant): Promise<TownStatistics[]> {
    const today = shanghaiDate(at);
    if (reach.enterpriseId !== null || reach.from.length > TOWN_DIGITS)
      return tx.prepared<TownStatistics>(COUNTED, [...reachValues(reach), today]);
    return withoutParts(await tx.prepared<TownStatistics>(OF_REGION, [reach.from, reach.to, today]));
  }
}

/** Of a county what is registered at the county itself: the rest is shown with its towns. */
function withoutParts(regions: readonly TownStatistics[]): TownStatistics[] {
  const own = new Map(regions.map((region) => [region.code, { ...region }]));
  for (const region of regions) {
    const above = own.get(oneLevelUp(region.code, '') ?? '');
    if (above) for (const name of NUMBERS) above[name] -= region[name];
  }
  return [...own.values()].filter((region) => NUMBERS.some((name) => region[name] !== 0));
}
