import { shanghaiDate } from '../../../../kernel/time';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const DAYS_AHEAD = 30;

/** Null: there is no agreement at all, so somebody waits for it now. */
const AGREEMENTS = `
  select 'agreement-due' as kind, jsonb_build_object('name', case when c.client_id = $1 then o.name else p.name end) as params,
    'contract' as type, c.id, null as code, (c.agreement_until + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt",
    c.client_region as "regionCode"
  from contracts c join enterprises p on p.id = c.client_id join enterprises o on o.id = c.contractor_id
  where $1 in (c.client_id, c.contractor_id) and c.ended_at is null and c.ends_on >= $2::date
    and (c.agreement_until is null or c.agreement_until < least(c.ends_on, $2::date + ${DAYS_AHEAD}))
  order by c.agreement_until nulls first, c.id limit ${MOST + 1}`;

/** Contracts whose safety agreement is missing or ends within a month. */
export const agreements: TaskSource = {
  kinds: ['agreement-due'],
  permission: 'contract.write',
  find: (tx, { caller, at }) => tasksOf(tx, AGREEMENTS, [caller.enterpriseId, shanghaiDate(at)]),
};

/** Each contractor once, by the newest permit that names it. */
const WITHOUT = `
  select 'contract-missing' as kind, jsonb_build_object('name', o.name) as params, 'permit' as type, n.id, null as code,
    null::timestamptz as "dueAt", n.region_code as "regionCode"
  from (
    select distinct on (p.contractor_id) p.id, p.contractor_id, p.region_code from permits p
    where p.enterprise_id = $1 and p.contractor_id is not null and p.contractor_id <> $1
      and p.state not in ('draft', 'rejected', 'cancelled', 'closed', 'expired')
      and not exists (select 1 from contracts c where c.client_id = p.enterprise_id and c.contractor_id = p.contractor_id
        and c.ended_at is null and c.starts_on <= $2::date and c.ends_on >= $2::date)
    order by p.contractor_id, p.id desc) n
  join enterprises o on o.id = n.contractor_id order by n.id limit ${MOST + 1}`;

/** Contractors that permits name although no contract with them is on record. */
export const contractsMissing: TaskSource = {
  kinds: ['contract-missing'],
  permission: 'contract.write',
  find: (tx, { caller, at }) => tasksOf(tx, WITHOUT, [caller.enterpriseId, shanghaiDate(at)]),
};
