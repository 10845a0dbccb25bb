import { hasRole, LEADERS } from '../../../../domain/people/roles';
import { shanghaiDate } from '../../../../kernel/time';
import type { Caller } from '../../../../platform/auth/caller';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const SQL = `
  (select 'handover-answer' as kind, jsonb_build_object('name', concat_ws(' ', m.model, m.serial_number), 'owner', f.name) as params,
     'machine' as type, m.id, m.code, null::timestamptz as "dueAt", h.region_code as "regionCode"
   from machine_handovers h join machines m on m.id = h.machine_id join enterprises f on f.id = h.from_enterprise_id
   where h.state = 'offered' and (h.to_enterprise_id = $1 or h.to_welder_id = $2) order by h.id limit ${MOST + 1})
  union all
  (select 'handover-overdue', jsonb_build_object('name', concat_ws(' ', m.model, m.serial_number), 'owner', coalesce(e.name, w.name)),
     'machine', m.id, m.code, (h.until_on + 1)::timestamp at time zone 'Asia/Shanghai', h.region_code
   from machine_handovers h join machines m on m.id = h.machine_id left join enterprises e on e.id = h.to_enterprise_id
     left join welders w on w.id = h.to_welder_id
   where h.state = 'confirmed' and h.until_on < $3 and h.from_enterprise_id = $1 order by h.until_on, h.id limit ${MOST + 1})`;

/** Who leads an enterprise speaks for it; its welders speak for themselves. */
const ledBy = (caller: Caller): string | null => (hasRole(caller, ...LEADERS) ? caller.enterpriseId : null);

/** Machines that somebody says they gave to the caller, and those that should have come back. */
export const handovers: TaskSource = {
  kinds: ['handover-answer', 'handover-overdue'],
  permission: 'machine.receive',
  find: (tx, { caller, at }) => tasksOf(tx, SQL, [ledBy(caller), caller.welderId, shanghaiDate(at)]),
};
