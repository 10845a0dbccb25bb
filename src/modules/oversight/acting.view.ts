import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';

export interface OfficerActing {
  readonly id: string;
  readonly name: string;
  readonly visited: number;
  readonly withFindings: number;
  /** Visits with findings of which none was acted on (只检查不处理). */
  readonly onlyChecked: number;
  readonly findings: number;
  readonly acted: number;
  readonly closed: number;
}

export interface TownActing {
  readonly regionCode: string;
  readonly name: string;
  readonly visited: number;
  readonly onlyChecked: number;
  readonly found: number;
  readonly acted: number;
  readonly closed: number;
  readonly falsely: number;
}

/** Somebody gave it to somebody, listed it, handed it over, wrote a document, or stopped the work. */
const ACTED = `(exists (select 1 from violation_history h where h.violation_id = v.id and h.by_user is not null
    and h.command in ('assign', 'reassign', 'list', 'supervise', 'hand-over', 'close', 'withdraw'))
  or exists (select 1 from case_documents d where d.violation_id = v.id)
  or exists (select 1 from job_stop_orders o where o.job_id = v.job_id))`;

const VISITS = `
  select i.id, i.officer_ids, i.region_code, count(v.id)::int as findings, count(v.id) filter (where ${ACTED})::int as acted,
    count(v.id) filter (where v.state = 'closed')::int as closed
  from inspections i join inspection_steps l on l.inspection_id = i.id and l.step = 'look'
    left join inspection_findings f on f.inspection_id = i.id left join violations v on v.id = f.violation_id
  where l.taken_at >= $1 and i.region_code >= $2 and i.region_code < $3 group by i.id`;

/** Who found something and did something about it, of what the transaction's scope sees. */
@Injectable()
export class Acting {
  officers(tx: Tx, since: Instant, from: string, to: string): Promise<OfficerActing[]> {
    return tx.query<OfficerActing>(
      `select u.id, u.name, count(*)::int as visited, count(*) filter (where s.findings > 0)::int as "withFindings",
         count(*) filter (where s.findings > 0 and s.acted = 0)::int as "onlyChecked", sum(s.findings)::int as findings,
         sum(s.acted)::int as acted, sum(s.closed)::int as closed
       from (${VISITS}) s cross join unnest(s.officer_ids) o(id) join users u on u.id = o.id
       group by u.id, u.name order by "onlyChecked" desc, visited desc, u.id limit 500`,
      [new Date(since), from, to],
    );
  }

  towns(tx: Tx, since: Instant, from: string, to: string): Promise<TownActing[]> {
    return tx.query<TownActing>(
      `with visits as (${VISITS}),
       visited as (select left(region_code, 9) as code, count(*)::int as visited,
         count(*) filter (where findings > 0 and acted = 0)::int as only_checked from visits group by 1),
       cases as (select left(v.region_code, 9) as code, count(*)::int as found, count(*) filter (where ${ACTED})::int as acted,
         count(*) filter (where v.state = 'closed')::int as closed, count(*) filter (where v.false_rectifications > 0)::int as falsely
         from violations v where v.found_at >= $1 and v.region_code >= $2 and v.region_code < $3 and v.certainty = 'confirmed' group by 1)
       select coalesce(c.code, s.code) as "regionCode", coalesce(r.name, c.code, s.code) as name, coalesce(s.visited, 0) as visited,
         coalesce(s.only_checked, 0) as "onlyChecked", coalesce(c.found, 0) as found, coalesce(c.acted, 0) as acted,
         coalesce(c.closed, 0) as closed, coalesce(c.falsely, 0) as falsely
       from cases c full join visited s on s.code = c.code left join regions r on r.code = coalesce(c.code, s.code)
       order by 1 limit 500`,
      [new Date(since), from, to],
    );
  }
}
