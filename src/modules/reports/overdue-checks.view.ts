import { subtreeRange, type RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { OverdueCheck } from './report.dto';

/** As many as of overdue cases. */
const MOST = 200;

/** Self-checks that were not signed at a moment although their last good day was over, the latest first. */
export function overdueChecksOf(tx: Tx, region: RegionCode, at: Instant): Promise<OverdueCheck[]> {
  const { from, to } = subtreeRange(region);
  return tx.prepared<OverdueCheck>(
    `select s.id, e.name as "enterpriseName", r.name as "regionName", s.period_from as "periodFrom", s.period_to as "periodTo",
       s.due_on as "dueOn", ($3::timestamptz at time zone 'Asia/Shanghai')::date - s.due_on as "daysLate"
     from self_checks s join enterprises e on e.id = s.enterprise_id left join regions r on r.code = s.region_code
     where s.region_code >= $1 and s.region_code < $2 and (s.due_on + 1)::timestamp at time zone 'Asia/Shanghai' <= $3
       and (s.signed_at is null or s.signed_at >= $3)
     order by s.due_on, s.id limit ${MOST}`,
    [from, to, new Date(at)],
  );
}
