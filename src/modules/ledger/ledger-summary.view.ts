import { Injectable } from '@nestjs/common';
import { LOOK_AHEAD_DAYS } from '../../domain/tasks/urgency';
import { DAY, shanghaiDate, type Instant } from '../../kernel/time';
import type { Tx } from '../../platform/database/unit-of-work';
import type { LedgerSummary } from './ledger.dto';

type Counted = Omit<LedgerSummary, 'enterpriseId' | 'enterpriseName' | 'welders' | 'machines' | 'contractedWelders' | 'contractedMachines'>; // prettier-ignore

const MONTH = 30 * DAY;
const SOON = (column: string): string => `${column} < $2::date + ${LOOK_AHEAD_DAYS} and ${column} >= $2::date - 365`;
const OPEN_CASE = `v.enterprise_id = $1 and v.state not in ('closed', 'withdrawn') and v.certainty = 'confirmed'`;

/** `$1` the enterprise, `$2` today, `$3` a month ago, `$4` now. What expires is told as the tasks tell it. */
const SUMMARY = `
  select (select count(*)::int from welders w join certificates c on c.welder_id = w.id
      where w.enterprise_id = $1 and w.status = 'active' and w.same_person_as is null and c.status = 'verified' and ${SOON('c.valid_to')}
        and not exists (select 1 from certificates n where n.welder_id = c.welder_id and n.status in ('verified', 'unverified')
          and n.valid_to > c.valid_to and n.operations @> c.operations)) as "certificatesEnding",
    (select count(*)::int from machines m where m.enterprise_id = $1 and m.status in ('in-service', 'repair')
      and ${SOON('m.inspection_due_on')}) as "checksEnding",
    (select count(*)::int from welders w where w.enterprise_id = $1 and w.status = 'active' and w.same_person_as is null
      and ${SOON('w.training_valid_to')}) as "trainingEnding",
    (select count(*)::int from permits p where p.enterprise_id = $1
      and p.state in ('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'returned')) as "permitsOpen",
    (select count(*)::int from violations v where ${OPEN_CASE}) as "casesOpen",
    (select count(*)::int from violations v where ${OPEN_CASE} and v.due_at < $4) as "casesOverdue",
    (select count(*)::int from self_checks s where s.enterprise_id = $1 and s.signed_at is null and s.due_on >= $2::date) as "selfChecksDue",
    (select count(*)::int from self_checks s where s.enterprise_id = $1 and s.signed_at is null and s.due_on < $2::date) as "selfChecksOverdue",
    (select count(*)::int from internal_reports i where i.enterprise_id = $1 and i.state = 'open') as "reportsOpen",
    (select to_char(d.due_on, 'YYYY-MM-DD') from drill_duties d where d.enterprise_id = $1) as "drillDueOn",
    (select count(*)::int from contracts c where $1 in (c.client_id, c.contractor_id) and c.ended_at is null
      and c.starts_on <= $2::date and c.ends_on >= $2::date
      and (c.agreement_until is null or c.agreement_until < $2::date)) as "agreementsMissing",
    work.jobs as "monthJobs", work.arc_ms as "monthArcMs",
    (select count(*)::int from decisions d where d.enterprise_id = $1 and d.at >= $3 and not d.allowed and d.purpose <> 'dry-run') as "monthRefused"
  from (select count(*)::int as jobs, coalesce(sum(j.arc_ms), 0)::float8 as arc_ms from jobs j
    where j.enterprise_id = $1 and j.state <> 'failed' and j.reserved_at >= $3) work`;

/** 本企业: its own figures, what is open and what expires. */
@Injectable()
export class LedgerSummaries {
  async of(tx: Tx, enterpriseId: string, at: Instant): Promise<Counted> {
    const [row] = await tx.query<Counted>(SUMMARY, [
      enterpriseId,
      shanghaiDate(at),
      new Date(at - MONTH),
      new Date(at),
    ]);
    return row!;
  }
}
