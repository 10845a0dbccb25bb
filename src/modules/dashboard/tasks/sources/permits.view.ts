import { MOST, tasksOf, type TaskSource } from '../task-source';

const SQL = `
  select 'permit-sign' as kind, jsonb_build_object('place', p.place_name, 'number', p.number) as params,
    'permit' as type, p.id, p.code, p.planned_start as "dueAt", p.region_code as "regionCode"
  from permits p where p.id = any($1) order by p.planned_start, p.id limit ${MOST + 1}`;

/** Permits that wait for the caller's signature or issue; work that should have begun makes them overdue. */
export const permits: TaskSource = {
  kinds: ['permit-sign'],
  permission: 'permit.command',
  find: (tx, { toSign }) => (toSign.length === 0 ? Promise.resolve([]) : tasksOf(tx, SQL, [toSign])),
};
