import { shanghaiDate } from '../../../../kernel/time';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const DUE = `
  select 'self-check-due' as kind, jsonb_build_object('name', to_char(s.period_from, 'YYYY-MM-DD') || ' – ' || to_char(s.period_to, 'YYYY-MM-DD')) as params,
    'self-check' as type, s.id, null as code, (s.due_on + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt",
    s.region_code as "regionCode"
  from self_checks s where s.enterprise_id = $1 and s.signed_at is null order by s.due_on, s.id limit ${MOST + 1}`;

/** The enterprise's own checks that nobody has signed. */
export const selfChecksDue: TaskSource = {
  kinds: ['self-check-due'],
  permission: 'self-check.write',
  find: (tx, { caller }) => tasksOf(tx, DUE, [caller.enterpriseId]),
};

/** By town, or by the caller's own place where that is smaller. */
const OVERDUE = `
  select 'self-checks-overdue' as kind, jsonb_build_object('name', coalesce(r.name, g.place), 'count', g.firms::text) as params,
    'region' as type, g.place as id, null as code, (g.first + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt",
    g.place as "regionCode"
  from (
    select left(s.region_code, greatest(9, length($1))) as place, min(s.due_on) as first, count(distinct s.enterprise_id) as firms
    from self_checks s where s.region_code >= $1 and s.region_code < $2 and s.signed_at is null and s.due_on < $3::date
    group by 1) g
  left join regions r on r.code = g.place
  order by g.first, g.place limit ${MOST + 1}`;

/** How many enterprises of each town have let their self-check pass: grid workers and officials remind them. */
export const selfChecksOverdue: TaskSource = {
  kinds: ['self-checks-overdue'],
  permission: 'self-check.read',
  find: (tx, { from, to, at }) => tasksOf(tx, OVERDUE, [from, to, shanghaiDate(at)]),
};

const DAYS_AHEAD = 30;

const DRILL_DUE = `
  select 'drill-due' as kind, jsonb_build_object('name', e.name) as params, 'enterprise' as type, e.id, null as code,
    (d.due_on + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt", d.region_code as "regionCode"
  from drill_duties d join enterprises e on e.id = d.enterprise_id
  where d.enterprise_id = $1 and d.due_on <= $2::date + ${DAYS_AHEAD}`;

/** The drill that the caller's enterprise owes within a month. */
export const drillsDue: TaskSource = {
  kinds: ['drill-due'],
  permission: 'drill.write',
  find: (tx, { caller, at }) => tasksOf(tx, DRILL_DUE, [caller.enterpriseId, shanghaiDate(at)]),
};

const DRILLS_OVERDUE = `
  select 'drills-overdue' as kind, jsonb_build_object('name', coalesce(r.name, g.place), 'count', g.firms::text) as params,
    'region' as type, g.place as id, null as code, (g.first + 1)::timestamp at time zone 'Asia/Shanghai' as "dueAt",
    g.place as "regionCode"
  from (
    select left(d.region_code, greatest(9, length($1))) as place, min(d.due_on) as first, count(*) as firms
    from drill_duties d where d.region_code >= $1 and d.region_code < $2 and d.due_on < $3::date
    group by 1) g
  left join regions r on r.code = g.place
  order by g.first, g.place limit ${MOST + 1}`;

/** How many enterprises of each town let their drill pass. */
export const drillsOverdue: TaskSource = {
  kinds: ['drills-overdue'],
  permission: 'drill.read',
  find: (tx, { from, to, at }) => tasksOf(tx, DRILLS_OVERDUE, [from, to, shanghaiDate(at)]),
};
