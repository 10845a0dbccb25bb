import { AUTHORITY, hasRole } from '../../../../domain/people/roles';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const UNVERIFIED = `
  select 'certificate-verify' as kind, jsonb_build_object('name', w.name, 'number', c.number_masked) as params,
    'welder' as type, w.id, w.code, null::timestamptz as "dueAt", w.region_code as "regionCode"
  from certificates c join welders w on w.id = c.welder_id
  where c.status = 'unverified' and w.same_person_as is null and w.region_code >= $1 and w.region_code < $2
  order by c.id limit ${MOST + 1}`;

/** Certificates that nobody has looked up: their holders may not weld yet. */
export const unverified: TaskSource = {
  kinds: ['certificate-verify'],
  permission: 'certificate.verify',
  find: (tx, { from, to }) => tasksOf(tx, UNVERIFIED, [from, to]),
};

const CLAIMED = `
  select 'facts-confirm' as kind, jsonb_build_object('name', concat_ws(' ', m.model, m.serial_number), 'owner', coalesce(e.name, w.name)) as params,
    'machine' as type, m.id, m.code, null::timestamptz as "dueAt", m.region_code as "regionCode"
  from machines m left join enterprises e on e.id = m.enterprise_id left join welders w on w.id = m.owner_welder_id
  where m.facts_claimed_at is not null and m.status <> 'scrapped' and $3 and m.region_code >= $1 and m.region_code < $2
  order by m.id limit ${MOST + 1}`;

/** Machines whose facts are only their owner's word: somebody stands before them and confirms. */
export const claimedFacts: TaskSource = {
  kinds: ['facts-confirm'],
  permission: 'machine.write',
  find: (tx, { caller, from, to }) =>
    tasksOf(tx, CLAIMED, [from, to, hasRole(caller, ...AUTHORITY, 'grid-worker', 'technician')]),
};
