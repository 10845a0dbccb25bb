import { Injectable } from '@nestjs/common';
import { subtreeRange } from '../../../kernel/region-code';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { WhoCollected, WhoCollectedView, WhoQuery } from '../collection-view.dto';

const COUNTS = `
  count(*) filter (where c.kind = 'machine' and c.duplicate_of is null)::int as machines,
  count(*) filter (where c.kind = 'welder' and c.duplicate_of is null)::int as welders,
  count(*) filter (where c.kind = 'enterprise' and c.duplicate_of is null)::int as enterprises,
  count(*) filter (where c.duplicate_of is not null)::int as duplicates,
  round((percentile_cont(0.5) within group (order by c.duration_ms) filter (where c.kind = 'machine') / 1000)::numeric, 1)::float8 as "medianSeconds"`;

const PERIOD = `c.collected_at >= ($1::date)::timestamp at time zone 'Asia/Shanghai'
  and c.collected_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai' and c.region_code >= $3 and c.region_code < $4`;

const MOST_ROWS = 5_000;

/** Who collected what: by day, town and person. */
@Injectable()
export class WhoCollectedCounts {
  async count(tx: Tx, { from, to, regionCode = '' }: WhoQuery): Promise<WhoCollectedView> {
    const range = subtreeRange(regionCode);
    const asked = [from, to, range.from, range.to];
    const [total] = await tx.query<Omit<WhoCollectedView, 'rows'>>(
      `select ${COUNTS} from collections c where ${PERIOD}`,
      asked,
    );
    const rows = await tx.query<WhoCollected>(
      `select to_char(c.collected_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, left(c.region_code, 9) as "regionCode",
         coalesce(r.name, left(c.region_code, 9)) as "regionName", c.collected_by as "userId", u.name, ${COUNTS},
         percentile_cont(0.5) within group (order by c.taps) filter (where c.kind = 'machine') as "medianTaps"
       from collections c join users u on u.id = c.collected_by left join regions r on r.code = left(c.region_code, 9)
       where ${PERIOD} group by 1, 2, 3, 4, 5 order by 1 desc, 2, 5 limit ${MOST_ROWS}`,
      asked,
    );
    if (!total) throw new Error('an aggregate gave no row');
    return { ...total, rows };
  }
}
