import { MOST, tasksOf, type TaskSource } from '../task-source';

const SQL = `
  select 'stop-decide' as kind, jsonb_build_object('name', coalesce(e.name, w.name), 'reason', s.reason) as params,
    'job' as type, s.job_id as id, null as code, s.due_at as "dueAt", s.region_code as "regionCode"
  from job_stop_orders s join jobs j on j.id = s.job_id left join enterprises e on e.id = j.enterprise_id
    left join welders w on w.id = j.welder_id
  where s.standing = 'provisional' and s.due_at > $1 and s.region_code >= $2 and s.region_code < $3
  order by s.due_at, s.job_id limit ${MOST + 1}`;

/** Work that an inspector stopped on the spot: the order lapses where the regulator does not decide in time. */
export const stops: TaskSource = {
  kinds: ['stop-decide'],
  permission: 'job.stop-decide',
  find: (tx, { at, from, to }) => tasksOf(tx, SQL, [new Date(at), from, to]),
};
