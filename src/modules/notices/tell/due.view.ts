import type { NoticeKind } from '../../../domain/notices/notice-kinds';
import type { NoticeParams } from '../../../domain/notices/words';
import { DAY, shanghaiDate, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';

/** Something that comes due without an event, and who hears of it. */
export interface DueNotice {
  readonly key: string;
  readonly kind: NoticeKind;
  readonly entity: string;
  readonly entityId: string;
  readonly userIds: readonly string[];
  readonly enterpriseIds: readonly string[];
  readonly params: NoticeParams;
}

const MOST = 200;
const UNTOLD = (key: string): string => `not exists (select 1 from messages t where t.event_key = ${key})`;
const ONE = (id: string): string => `array_remove(array[${id}], null)`;

/** A case that has to be put right within a day. */
const CASES = `
  select 'case-due:' || v.id || ':' || extract(epoch from v.due_at)::bigint as key, 'violation-due' as kind, 'violation' as entity, v.id as "entityId",
    ${ONE('v.assigned_to')} as "userIds",
    case when v.assigned_to is null then ${ONE('v.assigned_enterprise')} else '{}' end as "enterpriseIds",
    jsonb_build_object('violation', v.kind, 'until', (extract(epoch from v.due_at) * 1000)::bigint) as params
  from violations v where v.state = 'assigned' and v.due_at > $1 and v.due_at <= $2
    and ${UNTOLD(`'case-due:' || v.id || ':' || extract(epoch from v.due_at)::bigint`)} limit ${MOST}`;

/** A visit that was planned or drawn, from its first day on. */
const VISITS = `
  select 'visit:' || i.id || ':' || i.due_on as key, 'inspection-visit' as kind, 'inspection' as entity, i.id as "entityId",
    i.officer_ids as "userIds", '{}'::text[] as "enterpriseIds", jsonb_build_object('day', i.due_on) as params
  from inspections i where i.state not in ('accepted', 'published') and i.due_on >= $3::date
    and ${UNTOLD(`'visit:' || i.id || ':' || i.due_on`)} limit ${MOST}`;

/** Training that ends in 30 and in 7 days; once at each of the two. */
const TRAINING = `
  select 'training:' || w.id || ':' || w.training_valid_to || ':' || s.days as key, 'training-due' as kind, 'welder' as entity, w.id as "entityId",
    array(select u.id from users u where u.welder_id = w.id) as "userIds", ${ONE('w.enterprise_id')} as "enterpriseIds",
    jsonb_build_object('day', w.training_valid_to, 'days', w.training_valid_to - $3::date) as params
  from welders w, lateral (select case when w.training_valid_to <= $3::date + 7 then 7 else 30 end as days) s
  where w.status = 'active' and w.same_person_as is null and w.training_valid_to between $3::date and $3::date + 30
    and ${UNTOLD(`'training:' || w.id || ':' || w.training_valid_to || ':' || s.days`)} limit ${MOST}`;

/** A safety check that is due in 30 and in 7 days, for who uses the machine and who owns it; once at each of the two. */
const CHECKS = `
  select 'check:' || m.id || ':' || m.inspection_due_on || ':' || s.days as key, 'check-due' as kind, 'machine' as entity, m.id as "entityId",
    array(select u.id from users u where u.welder_id in (m.owner_welder_id, m.user_welder_id)) as "userIds",
    array(select distinct e from unnest(array_remove(array[m.enterprise_id, m.user_enterprise_id], null)) e) as "enterpriseIds",
    jsonb_build_object('day', m.inspection_due_on, 'days', m.inspection_due_on - $3::date) as params
  from machines m, lateral (select case when m.inspection_due_on <= $3::date + 7 then 7 else 30 end as days) s
  where m.status in ('in-service', 'repair') and m.inspection_due_on between $3::date and $3::date + 30
    and ${UNTOLD(`'check:' || m.id || ':' || m.inspection_due_on || ':' || s.days`)} limit ${MOST}`;

/** A machine that was handed over and whose receiver has not answered. */
const HANDOVERS = `
  select 'handover:' || h.id as key, 'handover' as kind, 'handover' as entity, h.id as "entityId",
    array(select u.id from users u where u.welder_id = h.to_welder_id) as "userIds", ${ONE('h.to_enterprise_id')} as "enterpriseIds",
    '{}'::jsonb as params
  from machine_handovers h where h.state = 'offered' and ${UNTOLD(`'handover:' || h.id`)} limit ${MOST}`;

/** What is due and was not told to anybody. As the system. */
export async function dueNotices(tx: Tx, at: Instant): Promise<DueNotice[]> {
  const values = [new Date(at), new Date(at + DAY), shanghaiDate(at)];
  const found = await Promise.all([
    tx.query<DueNotice>(CASES, values.slice(0, 2)),
    tx.query<DueNotice>(numbered(VISITS), values.slice(2)),
    tx.query<DueNotice>(numbered(TRAINING), values.slice(2)),
    tx.query<DueNotice>(numbered(CHECKS), values.slice(2)),
    tx.query<DueNotice>(HANDOVERS, []),
  ]);
  return found.flat();
}

/** A statement that takes the day alone. */
const numbered = (sql: string): string => sql.replaceAll('$3', '$1');
