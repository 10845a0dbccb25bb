import { hasRole, SEATS } from '../../../../domain/people/roles';
import { LOOK_AHEAD_DAYS } from '../../../../domain/tasks/urgency';
import { shanghaiDate } from '../../../../kernel/time';
import type { Caller } from '../../../../platform/auth/caller';
import { MOST, tasksOf, type TaskSource } from '../task-source';

/** A firm's cards and machines wait for those who answer for it; a welder reads of their own alone. */
const firmOf = (caller: Caller): string | null => (hasRole(caller, ...SEATS) ? caller.enterpriseId : null);

/** The midnight in China that follows a printed day. */
const endOf = (day: string): string => `(${day} + 1)::timestamp at time zone 'Asia/Shanghai'`;
const SOON = (day: string): string => `${day} < $3::date + ${LOOK_AHEAD_DAYS}`;
/** What ended longer ago is history, or stands in the inventory. */
const NOT_FORGOTTEN = (day: string): string => `${day} >= $3::date - 365`;

const CERTIFICATES = `
  select 'certificate-ends' as kind, jsonb_build_object('name', w.name, 'number', c.number_masked) as params,
    'welder' as type, w.id, w.code, ${endOf('c.valid_to')} as "dueAt", w.region_code as "regionCode"
  from welders w join certificates c on c.welder_id = w.id
  where (w.enterprise_id = $1 or w.id = $2) and w.status = 'active' and w.same_person_as is null
    and c.status = 'verified' and ${SOON('c.valid_to')} and ${NOT_FORGOTTEN('c.valid_to')}
    and not exists (select 1 from certificates n where n.welder_id = c.welder_id and n.status in ('verified', 'unverified')
      and n.valid_to > c.valid_to and n.operations @> c.operations)
  order by c.valid_to, c.id limit ${MOST + 1}`;

/** The caller's own certificates, or those of the welders of their enterprise, that no newer card follows. */
export const certificateEnds: TaskSource = {
  kinds: ['certificate-ends'],
  permission: 'welder.read',
  find: (tx, { caller, at }) => tasksOf(tx, CERTIFICATES, [firmOf(caller), caller.welderId, shanghaiDate(at)]),
};

/** By town, or by the caller's own place where that is smaller. */
const PLACE = `left(i.region_code, greatest(9, length($1)))`;

const ENDING = `
  select 'certificates-ending' as kind,
    jsonb_build_object('name', coalesce(r.name, g.place), 'count', g.quarter::text, 'month', g.month::text, 'week', g.week::text) as params,
    'region' as type, g.place as id, null as code, ${endOf('g.first')} as "dueAt", g.place as "regionCode"
  from (
    select ${PLACE} as place, min(i.certificate_until) as first, count(*) as quarter,
      count(*) filter (where i.certificate_until <= $3::date + 30) as month, count(*) filter (where i.certificate_until <= $3::date + 7) as week
    from inventory_welders i
    where i.region_code >= $1 and i.region_code < $2 and i.status = 'active' and i.certificate = 'held'
      and i.certificate_until between $3::date and $3::date + ${LOOK_AHEAD_DAYS}
    group by 1) g
  left join regions r on r.code = g.place
  order by g.first, g.place limit ${MOST + 1}`;

/** How many certificates end in each town of an official's region. */
export const certificatesEnding: TaskSource = {
  kinds: ['certificates-ending'],
  permission: 'inventory.read',
  find: (tx, { from, to, at }) => tasksOf(tx, ENDING, [from, to, shanghaiDate(at)]),
};

const TRAINING = `
  select 'training-ends' as kind, jsonb_build_object('name', w.name) as params,
    'welder' as type, w.id, w.code, ${endOf('w.training_valid_to')} as "dueAt", w.region_code as "regionCode"
  from welders w
  where (w.enterprise_id = $1 or w.id = $2) and w.status = 'active' and w.same_person_as is null
    and ${SOON('w.training_valid_to')} and ${NOT_FORGOTTEN('w.training_valid_to')}
  order by w.training_valid_to, w.id limit ${MOST + 1}`;

export const trainingEnds: TaskSource = {
  kinds: ['training-ends'],
  permission: 'welder.read',
  find: (tx, { caller, at }) => tasksOf(tx, TRAINING, [firmOf(caller), caller.welderId, shanghaiDate(at)]),
};

const INSPECTIONS = `
  select 'inspection-due' as kind, jsonb_build_object('name', concat_ws(' ', m.model, m.serial_number)) as params,
    'machine' as type, m.id, m.code, ${endOf('m.inspection_due_on')} as "dueAt", m.region_code as "regionCode"
  from machines m
  where (m.enterprise_id = $1 or m.owner_welder_id = $2) and m.status in ('in-service', 'repair')
    and ${SOON('m.inspection_due_on')} and ${NOT_FORGOTTEN('m.inspection_due_on')}
  order by m.inspection_due_on, m.id limit ${MOST + 1}`;

/** Safety checks of the caller's own machines, or of their enterprise's. */
export const inspectionsDue: TaskSource = {
  kinds: ['inspection-due'],
  permission: 'machine.read',
  find: (tx, { caller, at }) => tasksOf(tx, INSPECTIONS, [firmOf(caller), caller.welderId, shanghaiDate(at)]),
};
