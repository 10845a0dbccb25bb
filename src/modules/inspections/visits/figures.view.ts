import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { InspectionFigures, OfficerFigures, TownFigures } from './inspection-results.dto';

/** Since a year; of what the transaction's scope sees. */
const SEEN = `
  select i.*, i.state <> 'planned' as visited,
    (select count(*) from inspection_findings f where f.inspection_id = i.id) as findings
  from inspections i where i.created_at > now() - interval '365 days'`;

/** Who went where and what came of it, by officer and by town. */
@Injectable()
export class InspectionFiguresView {
  async of(tx: Tx): Promise<InspectionFigures> {
    const officers = await tx.query<OfficerFigures>(
      `select o.id as "officerId", u.name, count(*)::int as inspections, count(*) filter (where s.visited)::int as visited,
         coalesce(sum(s.findings), 0)::int as findings,
         count(*) filter (where s.visited and s.findings = 0)::int as "withoutFindings"
       from (${SEEN}) s cross join unnest(s.officer_ids) o(id) join users u on u.id = o.id
       group by 1, 2 order by 3 desc, 1 limit 500`,
    );
    const towns = await tx.query<TownFigures>(
      `select left(s.region_code, 9) as "regionCode", coalesce(r.name, left(s.region_code, 9)) as name,
         count(*)::int as inspections, count(*) filter (where s.visited)::int as visited,
         coalesce(sum(s.findings), 0)::int as findings
       from (${SEEN}) s left join regions r on r.code = left(s.region_code, 9) group by 1, 2 order by 1 limit 500`,
    );
    return { officers, towns };
  }
}
