import { Injectable } from '@nestjs/common';
import type { Industry } from '../../../domain/registry/industry';
import { subtreeRange } from '../../../kernel/region-code';
import { isoTimeOrNull, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { SelfCheckFindingView, SelfCheckQuery, SelfCheckTown, SelfCheckView } from './self-check.dto';

type Row = Omit<SelfCheckView, 'signedAt'> & { readonly signedAt: Instant | null };

/** `$1` is today in China. */
const STATE = `case when s.signed_at is not null then 'signed' when s.due_on < $1::date then 'overdue' else 'due' end`;

const SHOWN = `
  select s.id, ${STATE} as state, s.enterprise_id as "enterpriseId", e.name as "enterpriseName", e.industry,
    s.region_code as "regionCode", coalesce(r.name, s.region_code) as "regionName",
    s.period_from as "periodFrom", s.period_to as "periodTo", s.due_on as "dueOn", s.signed_at as "signedAt",
    s.signed_name as "signedName",
    (select count(*)::int from self_check_answers a where a.check_id = s.id) as answered,
    (select count(*)::int from self_check_findings f where f.check_id = s.id) as findings,
    (select count(*)::int from self_check_findings f join violations v on v.id = f.violation_id
     where f.check_id = s.id and v.state not in ('closed', 'withdrawn')) as "openCases"
  from self_checks s join enterprises e on e.id = s.enterprise_id left join regions r on r.code = s.region_code`;

const shown = ({ signedAt, ...row }: Row): SelfCheckView => ({ ...row, signedAt: isoTimeOrNull(signedAt) });

export interface UncheckedFirm {
  readonly id: string;
  readonly industry: Industry;
  readonly regionCode: string;
}

/** Self-checks as people see them; the transaction's scope says which. */
@Injectable()
export class SelfCheckViews {
  async list(
    tx: Tx,
    today: string,
    { cursor, limit, state, enterpriseId, regionCode }: SelfCheckQuery,
  ): Promise<SelfCheckView[]> {
    const { from, to } = subtreeRange(regionCode ?? '');
    const rows = await tx.query<Row>(
      `${SHOWN} where ($2::text is null or s.id < $2) and ($3::text is null or ${STATE} = $3)
         and ($4::text is null or s.enterprise_id = $4) and s.region_code >= $5 and s.region_code < $6
       order by s.id desc limit $7`,
      [today, cursor ?? null, state ?? null, enterpriseId ?? null, from, to, limit + 1],
    );
    return rows.map(shown);
  }

  async one(tx: Tx, today: string, id: string): Promise<SelfCheckView> {
    const [row] = await tx.query<Row>(`${SHOWN} where s.id = $2`, [today, id]);
    return shown(row!);
  }

  findings(tx: Tx, id: string): Promise<SelfCheckFindingView[]> {
    return tx.query<SelfCheckFindingView>(
      `select f.code, v.id as "violationId", v.state
       from self_check_findings f join violations v on v.id = f.violation_id where f.check_id = $1 order by f.code`,
      [id],
    );
  }

  /** Of the checks whose period ended within a year or still runs; exact counts. */
  towns(tx: Tx, today: string, regionCode: string, depth: number): Promise<SelfCheckTown[]> {
    const { from, to } = subtreeRange(regionCode);
    return tx.query<SelfCheckTown>(
      `select c.code as "regionCode", coalesce(r.name, c.code) as "regionName", c.signed, c.due, c.overdue, c.late, c.findings
       from (
         select left(s.region_code, $4) as code, count(*) filter (where s.signed_at is not null)::int as signed,
           count(*) filter (where s.signed_at is null and s.due_on >= $1::date)::int as due,
           count(*) filter (where s.signed_at is null and s.due_on < $1::date)::int as overdue,
           count(*) filter (where (s.signed_at at time zone 'Asia/Shanghai')::date > s.due_on)::int as late,
           coalesce(sum((select count(*) from self_check_findings f where f.check_id = s.id)), 0)::int as findings
         from self_checks s
         where s.region_code >= $2 and s.region_code < $3 and s.period_to >= $1::date - 365
         group by 1) c
       left join regions r on r.code = c.code order by c.overdue desc, c.code`,
      [today, from, to, depth],
    );
  }

  /** Active enterprises without the check of a period that still runs. */
  unchecked(tx: Tx, today: string, most: number): Promise<UncheckedFirm[]> {
    return tx.query<UncheckedFirm>(
      `select e.id, e.industry, e.region_code as "regionCode" from enterprises e
       where e.status = 'active' and not exists (
         select 1 from self_checks s where s.enterprise_id = e.id and s.period_to >= $1::date)
       order by e.id limit $2`,
      [today, most],
    );
  }
}
