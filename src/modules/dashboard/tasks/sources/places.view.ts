import { confirmerOf } from '../../../../domain/sites/workshop';
import { shanghaiDate } from '../../../../kernel/time';
import { lookedAfter } from '../../../regions/grids/looked-after';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const WORKSHOPS = `
  select 'workshop-confirm' as kind, jsonb_build_object('name', s.name, 'owner', coalesce(w.name, e.name)) as params,
    'workshop' as type, s.id, null as code, null::timestamptz as "dueAt", s.region_code as "regionCode"
  from workshops s left join welders w on w.id = s.owner_welder_id left join enterprises e on e.id = s.enterprise_id
  where s.refused_at is null and s.designated_area_id is null and s.region_code >= $1 and s.region_code < $2
    and case $3 when 'grid' then s.grid_confirmed_by is null and s.county_confirmed_by is distinct from $4
      when 'county' then s.county_confirmed_by is null and s.grid_confirmed_by is distinct from $4 else false end
    and ${lookedAfter('$5', '$6', 's.region_code', 's.lat, s.lng')}
  order by s.id limit ${MOST + 1}`;

/** Fixed work points: two people confirm, each once. */
export const workshops: TaskSource = {
  kinds: ['workshop-confirm'],
  permission: 'workshop.confirm',
  find: (tx, { caller, from, to, gridWorker, at }) =>
    tasksOf(tx, WORKSHOPS, [from, to, confirmerOf(caller.roles), caller.userId, gridWorker, shanghaiDate(at)]),
};

const SITES = `
  select 'site-confirm' as kind, jsonb_build_object('name', s.name, 'owner', e.name) as params,
    'site' as type, s.id, null as code, null::timestamptz as "dueAt", s.region_code as "regionCode"
  from sites s join enterprises e on e.id = s.enterprise_id
  where s.awaits_confirmation and s.state <> 'withdrawn' and s.region_code >= $1 and s.region_code < $2
  order by s.id limit ${MOST + 1}`;

/** Sites that were entered or loosened and that no official has answered for. */
export const sites: TaskSource = {
  kinds: ['site-confirm'],
  permission: 'site.confirm',
  find: (tx, { from, to }) => tasksOf(tx, SITES, [from, to]),
};
