import type { Instant } from '../../kernel/time';
import { subtreeRange, type RegionCode } from '../../kernel/region-code';
import type { Tx } from '../../platform/database/unit-of-work';
import type { ViolationRow } from '../../schema/supervision/violation.row';

export type OverdueRow = Readonly<Pick<ViolationRow, 'id' | 'kind' | 'place'>> & {
  readonly dueAt: Instant;
  readonly regionName: string | null;
  readonly enterpriseName: string | null;
  /** Whom the case was given to: a person, or an enterprise. */
  readonly who: string | null;
};

/** A page of names: more are not read out in a meeting. */
const MOST = 200;

/** Cases that were open and past their due date at a moment, the latest first. */
export function overdueOf(tx: Tx, region: RegionCode, at: Instant): Promise<OverdueRow[]> {
  const { from, to } = subtreeRange(region);
  return tx.prepared<OverdueRow>(
    `select v.id, v.kind, v.place, v.due_at as "dueAt", r.name as "regionName", e.name as "enterpriseName",
       coalesce(u.name, a.name) as who
     from violations v left join lateral (select name from regions where starts_with(v.region_code, code) order by length(code) desc limit 1) r on true
       left join enterprises e on e.id = v.enterprise_id
       left join users u on u.id = v.assigned_to left join enterprises a on a.id = v.assigned_enterprise
     where v.region_code >= $1 and v.region_code < $2 and v.certainty <> 'withdrawn' and v.found_at < $3
       and (v.closed_at is null or v.closed_at >= $3) and v.due_at < $3
     order by v.due_at, v.id limit ${MOST}`,
    [from, to, new Date(at)],
  );
}
