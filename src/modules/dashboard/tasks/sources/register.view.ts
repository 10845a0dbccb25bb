import { AUTHORITY, hasRole } from '../../../../domain/people/roles';
import { shanghaiDate } from '../../../../kernel/time';
import { lookedAfter } from '../../../regions/grids/looked-after';
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
    and ${lookedAfter('$4', '$5', 'm.region_code', 'm.lat, m.lng')}
  order by m.id limit ${MOST + 1}`;

/** Machines whose facts are only their owner's word: somebody stands before them and confirms. */
export const claimedFacts: TaskSource = {
  kinds: ['facts-confirm'],
  permission: 'machine.write',
  find: (tx, { caller, from, to, gridWorker, at }) => {
    const looks = hasRole(caller, ...AUTHORITY, 'grid-worker', 'technician');
    return tasksOf(tx, CLAIMED, [from, to, looks, gridWorker, shanghaiDate(at)]);
  },
};

const REGISTRATIONS = `
  select 'registration-settle' as kind, jsonb_build_object('name', coalesce(r.firm_name, r.name)) as params,
    'registration' as type, r.id, null as code, null::timestamptz as "dueAt", r.region_code as "regionCode"
  from registrations r
  where r.state = 'waiting' and r.region_code >= $1 and r.region_code < $2 and (r.trade is null or r.trade = any($3) or $4)
    and ${lookedAfter('$5', '$6', 'r.region_code')}
  order by r.id limit ${MOST + 1}`;

/** Welders and enterprises that registered themselves: whoever looks after the place, or the department it was handed to, answers. */
export const registrations: TaskSource = {
  kinds: ['registration-settle'],
  permission: 'registration.settle',
  find: async (tx, { caller, from, to, gridWorker, at }) => {
    const [user] = await tx.prepared<{ trades: string[] }>('select trades from users where id = $1', [caller.userId]);
    const who = [user?.trades ?? [], hasRole(caller, 'admin'), gridWorker, shanghaiDate(at)];
    return tasksOf(tx, REGISTRATIONS, [from, to, ...who]);
  },
};
