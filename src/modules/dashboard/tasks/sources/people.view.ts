import { MOST, tasksOf, type TaskSource } from '../task-source';

const SEATS = `
  select 'seat-confirm' as kind, jsonb_build_object('name', u.name, 'owner', e.name) as params,
    'user' as type, u.id, null as code, null::timestamptz as "dueAt", e.region_code as "regionCode"
  from users u join enterprises e on e.id = u.enterprise_id
  where u.seat_waiting_since is not null and u.disabled_at is null and e.region_code >= $1 and e.region_code < $2
  order by u.seat_waiting_since, u.id limit ${MOST + 1}`;

/** People who sign for an enterprise; before an official has confirmed who they are, no signature counts. */
export const seats: TaskSource = {
  kinds: ['seat-confirm'],
  permission: 'user.confirm',
  find: (tx, { from, to }) => tasksOf(tx, SEATS, [from, to]),
};

const CLAIMS = `
  select 'claim-settle' as kind, jsonb_build_object('name', p.name, 'owner', e.name) as params,
    'welder' as type, c.id, null as code, null::timestamptz as "dueAt", p.region_code as "regionCode"
  from welders c join welders p on p.id = c.same_person_as left join enterprises e on e.id = c.enterprise_id
  where c.same_person_as is not null and c.claim_settled_at is null
    and ((p.region_code >= $1 and p.region_code < $2) or p.enterprise_id = $3 or p.id = $4)
  order by c.id limit ${MOST + 1}`;

/** An enterprise says that a known person works for it: the person, their employer or an official settles that. */
export const claims: TaskSource = {
  kinds: ['claim-settle'],
  permission: 'employment.settle',
  find: (tx, { caller, from, to }) => tasksOf(tx, CLAIMS, [from, to, caller.enterpriseId, caller.welderId]),
};
