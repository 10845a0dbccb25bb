import { Injectable } from '@nestjs/common';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { HONEST_CAUSES } from './honest-causes';
import { type Reach, reachValues, within } from '../../inventory/reach';
import type { HonestDay, RefusalCause } from './statistics.dto';

const HONEST_DAYS = 14;

/** Day by day, whom circumstances alone kept from work: each cause is a thing to make better. */
@Injectable()
export class HonestRefusalsView {
  async days(tx: Tx, reach: Reach, at: Instant): Promise<HonestDay[]> {
    const today = shanghaiDate(at);
    const since = shanghaiMidnight(today) - (HONEST_DAYS - 1) * DAY;
    const rows = await tx.prepared<{ day: string; allowed: number; refused: number; byCause: RefusalCause[] }>(
      `with tried as (select id, (at at time zone 'Asia/Shanghai')::date as day, allowed, findings from decisions
           where at >= $4 and purpose <> 'dry-run' and ${within('region_code', 'enterprise_id')}),
         blocks as (select t.id, t.day, f ->> 'code' as code from tried t, jsonb_array_elements(t.findings) f
           where not t.allowed and f ->> 'severity' = 'block'),
         honest as (select id, day from blocks group by id, day having bool_and(code = any($5::text[]))),
         causes as (select b.day, b.code, count(distinct b.id)::int as count from blocks b join honest h on h.id = b.id group by 1, 2)
       select s.day::date::text as day, (select count(*)::int from tried t where t.allowed and t.day = s.day::date) as allowed,
         (select count(*)::int from honest h where h.day = s.day::date) as refused,
         (select coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'count', c.count) order by c.count desc, c.code), '[]')
           from causes c where c.day = s.day::date) as "byCause"
       from generate_series($6::date - ${HONEST_DAYS - 1}, $6::date, interval '1 day') s(day) order by s.day`,
      [...reachValues(reach), new Date(since), HONEST_CAUSES, today],
    );
    return rows.map(({ allowed, refused, ...row }) => ({ ...row, scans: allowed + refused, refused }));
  }
}
