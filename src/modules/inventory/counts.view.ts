import type { InventoryKind } from '../../domain/inventory/inventory';
import type { RegionCode } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';

export interface Count {
  readonly code: RegionCode;
  readonly dimension: string;
  readonly value: string;
  readonly n: number;
}

/** Days until a thing that has a day is `later`. */
const LATER = 90;
/** A day becomes the state that it has today; a value without a day stays. */
const BUCKET = `case when c.due_on = 'infinity' then c.value when c.due_on < $1::date then 'over' when c.due_on < $1::date + 7 then 'days-7'
  when c.due_on < $1::date + 30 then 'days-30' when c.due_on < $1::date + ${LATER} then 'days-90' else 'later' end`;
const GROUPED = `select code, dimension, ${BUCKET} as value, sum(n)::int as n from c group by 1, 2, 3 having sum(n) <> 0 order by 1, 2, 3`;

/**
 * Of some regions, each with all below it: what was counted, and the changes that are not yet in the counters. One
 * statement sees both as of one moment. Later than all named states is whatever has a day and ends in none of them.
 */
export const countsOf = (tx: Tx, kind: InventoryKind, codes: readonly RegionCode[], today: string): Promise<Count[]> =>
  tx.prepared<Count>(
    `with near as (
       select region_code as code, dimension, value, due_on, n from inventory_counts
       where kind = $2 and region_code = any($3) and due_on < $1::date + ${LATER}),
     c as (
       select * from near
       union all select code, dimension, 'later', 'infinity', -n from near
       union all select region_code, dimension, 'later', 'infinity', n from inventory_due_totals where kind = $2 and region_code = any($3)
       union all select region_code, dimension, value, due_on, n from inventory_counts
         where kind = $2 and region_code = any($3) and due_on = 'infinity'
       union all
       select a.code, d.dimension, d.value, d.due_on, d.n from inventory_deltas d join unnest($3::text[]) a(code)
         on starts_with(d.region_code, a.code) where d.kind = $2) ${GROUPED}`,
    [today, kind, codes],
  );

/** Of one enterprise: few enough to be counted. */
export const countsOfEnterprise = (
  tx: Tx,
  kind: InventoryKind,
  enterpriseId: string,
  today: string,
): Promise<Count[]> =>
  tx.prepared<Count>(
    `with c as (select '' as code, f.dimension, f.value, f.due_on, 1 as n
       from inventory_${kind}s i, ${kind}_facets(i) f where i.enterprise_id = $2) ${GROUPED}`,
    [today, enterpriseId],
  );
