import { looksAt } from '../../../../domain/jobs/photo-look';
import { shanghaiDate } from '../../../../kernel/time';
import { lookedAfter } from '../../../regions/grids/looked-after';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const SQL = `
  select 'photo-check' as kind, jsonb_build_object('name', w.name, 'place', coalesce(p.place_name, d.name)) as params,
    'photo' as type, c.photo_id as id, null as code, c.due_at as "dueAt", c.region_code as "regionCode"
  from photo_checks c left join welders w on w.id = c.welder_id left join permits p on p.id = c.permit_id
    left join jobs j on j.id = c.job_id left join designated_areas d on d.id = j.designated_area_id
  where c.verdict is null and c.taken_by <> $1 and c.welder_id is distinct from $2
    and (c.for_grid or not $3) and (c.passed_on_at is null or $4)
    and ((c.region_code >= $5 and c.region_code < $6) or c.enterprise_id = $7)
    and ${lookedAfter('$8', '$9', 'c.region_code', 'coalesce(p.lat, d.lat), coalesce(p.lng, d.lng)')}
  order by c.due_at, c.photo_id limit ${MOST + 1}`;

/** Photos that prove a place or a person, and that nobody has looked at. */
export const photos: TaskSource = {
  kinds: ['photo-check'],
  permission: 'photo-check.decide',
  find: (tx, { caller, from, to, gridWorker, at }) => {
    const { onlyForGrid, passedOn } = looksAt(caller);
    const who = [caller.userId, caller.welderId ?? '', onlyForGrid, passedOn];
    return tasksOf(tx, SQL, [...who, from, to, caller.enterpriseId, gridWorker, shanghaiDate(at)]);
  },
};
