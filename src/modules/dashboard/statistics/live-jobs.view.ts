import type { Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import { reachValues, within, type Reach } from '../../inventory/reach';
import type { LiveJob } from './statistics.dto';

export interface BurningJob extends Omit<LiveJob, 'since' | 'workUntil'> {
  readonly since: Instant;
  readonly workUntil: Instant;
}

/** Running jobs, the newest first, each where it is: its machine's fix of `freshSince` or later, else its start, its permit or its area. */
export const burningJobs = (tx: Tx, reach: Reach, freshSince: Instant, most: number): Promise<BurningJob[]> =>
  tx.prepared<BurningJob>(
    `select j.id, j.machine_id as "machineId", m.code as "machineCode", m.model, e.name as "enterpriseName",
       coalesce(s.lat, j.lat, p.lat, a.lat) as lat, coalesce(s.lng, j.lng, p.lng, a.lng) as lng,
       c.current_a as "currentA", coalesce(c.arc_on, j.arc_open) as "arcOn",
       coalesce(j.running_at, j.reserved_at) as since, j.work_until as "workUntil"
     from jobs j join machines m on m.id = j.machine_id left join enterprises e on e.id = j.enterprise_id
       left join chip_states c on c.chip_no = j.chip_no
       left join chip_states s on s.chip_no = j.chip_no and s.position_at >= $4
       left join permits p on p.id = j.permit_id left join designated_areas a on a.id = j.designated_area_id
     where j.state = 'running' and ${within('j.region_code', 'j.enterprise_id')}
     order by j.id desc limit ${most}`,
    [...reachValues(reach), new Date(freshSince)],
  );
