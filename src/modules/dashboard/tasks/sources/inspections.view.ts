import { MOST, tasksOf, type TaskSource } from '../task-source';

const TASK = (kind: string): string =>
  `select '${kind}' as kind, jsonb_build_object('name', coalesce(e.name, i.place, m.model)) as params,
     'inspection' as type, i.id, null as code, (i.due_on + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt",
     i.region_code as "regionCode"
   from inspections i left join enterprises e on e.id = i.enterprise_id left join machines m on m.id = i.machine_id`;

/** Visits that the caller was drawn or sent for, until they are accepted. */
export const inspectionVisits: TaskSource = {
  kinds: ['inspection-visit'],
  permission: 'inspection.visit',
  find: (tx, { caller }) =>
    tasksOf(
      tx,
      `${TASK('inspection-visit')} where i.officer_ids @> array[$1] and i.state not in ('accepted', 'published')
       order by i.due_on, i.id limit ${MOST + 1}`,
      [caller.userId],
    ),
};

/** Accepted visits of others whose result is not published. */
export const inspectionResults: TaskSource = {
  kinds: ['inspection-publish'],
  permission: 'inspection.publish',
  find: (tx, { caller, from, to }) =>
    tasksOf(
      tx,
      `${TASK('inspection-publish')} where i.state = 'accepted' and not i.officer_ids @> array[$1]
         and i.region_code >= $2 and i.region_code < $3 order by i.due_on, i.id limit ${MOST + 1}`,
      [caller.userId, from, to],
    ),
};
