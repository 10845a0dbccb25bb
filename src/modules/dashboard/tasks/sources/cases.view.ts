import { AUTHORITY, hasRole, SUPERVISORS } from '../../../../domain/people/roles';
import { shanghaiDate } from '../../../../kernel/time';
import { lookedAfter } from '../../../regions/grids/looked-after';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const task = (kind: string): string =>
  `select '${kind}' as kind, jsonb_build_object('violation', v.kind, 'place', coalesce(nullif(v.place, ''), e.name, w.name, m.model)) as params,
     'violation' as type, v.id, null as code, v.due_at as "dueAt", v.region_code as "regionCode"
   from violations v left join enterprises e on e.id = v.enterprise_id left join welders w on w.id = v.welder_id
     left join machines m on m.id = v.machine_id`;
const IN_REGION = 'v.region_code >= $3 and v.region_code < $4';
const FIRST = `order by v.due_at nulls last, v.id limit ${MOST + 1}`;

/** Given to the caller or their enterprise; for those who supervise: waiting to be given, or reported as put right and to be looked at by another person. */
const SQL = `
  (${task('case-put-right')} where v.state = 'assigned'
     and (v.assigned_to = $1 or (v.assigned_to is null and v.assigned_enterprise = $2)) ${FIRST})
  union all
  (${task('case-assign')} where $5 and v.state = 'open' and v.certainty <> 'withdrawn' and ${IN_REGION} ${FIRST})
  union all
  (${task('case-review')} where $6 and v.state in ('rectifying', 'review') and ${IN_REGION} and not ($1 = any(v.rectifiers))
     and ${lookedAfter('$7', '$8', 'v.region_code', 'v.lat, v.lng')} ${FIRST})`;

export const cases: TaskSource = {
  kinds: ['case-put-right', 'case-assign', 'case-review'],
  permission: 'violation.command',
  find: (tx, { caller, from, to, gridWorker, at }) =>
    tasksOf(tx, SQL, [
      caller.userId,
      caller.enterpriseId,
      from,
      to,
      hasRole(caller, ...AUTHORITY),
      hasRole(caller, ...SUPERVISORS),
      gridWorker,
      shanghaiDate(at),
    ]),
};

const TO_RECEIVE = `${task('case-receive')} join violation_handovers h on h.violation_id = v.id and h.state = 'waiting'
  join users u on u.id = $1 and h.to_trade = any(u.trades)
  where h.handed_by <> $1 and v.region_code >= $2 and v.region_code < $3 order by h.id limit ${MOST + 1}`;

/** Cases that another department handed over to the caller's: they sign the receipt, or refuse. */
export const casesToReceive: TaskSource = {
  kinds: ['case-receive'],
  permission: 'violation.hand-over',
  find: (tx, { caller, from, to }) => tasksOf(tx, TO_RECEIVE, [caller.userId, from, to]),
};
