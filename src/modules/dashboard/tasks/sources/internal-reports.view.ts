import { hasRole, LEADERS } from '../../../../domain/people/roles';
import { MOST, tasksOf, type TaskSource } from '../task-source';

const task = (kind: string): string =>
  `select '${kind}' as kind, jsonb_build_object('name', coalesce(nullif(i.place, ''), left(i.text, 20)), 'owner', e.name) as params,
     'internal-report' as type, i.id, null as code, i.due_at as "dueAt", i.region_code as "regionCode"
   from internal_reports i join enterprises e on e.id = i.enterprise_id`;

const IN_FIRM = `
  (${task('internal-report-answer')} where i.enterprise_id = $1 and i.state = 'open'
     and not exists (select 1 from internal_reporters o where o.report_id = i.id and o.user_id = $2)
   order by i.due_at, i.id limit ${MOST + 1})
  union all
  (${task('internal-reward-decide').replace('i.due_at as', 'null::timestamptz as')} join internal_rewards w on w.report_id = i.id
   where $3 and i.enterprise_id = $1 and w.state = 'proposed' and w.proposed_by <> $2
     and not exists (select 1 from internal_reporters o where o.report_id = i.id and o.user_id = $2)
   order by i.id limit ${MOST + 1})`;

/** Reports of colleagues that wait for an answer, and rewards that a second person decides. */
export const internalReports: TaskSource = {
  kinds: ['internal-report-answer', 'internal-reward-decide'],
  permission: 'internal-report.answer',
  find: (tx, { caller }) => tasksOf(tx, IN_FIRM, [caller.enterpriseId, caller.userId, hasRole(caller, ...LEADERS)]),
};

const RISEN = `${task('internal-report-risen')} where i.risen_at is not null and i.state = 'open'
  and i.region_code >= $1 and i.region_code < $2 order by i.due_at, i.id limit ${MOST + 1}`;

/** Reports that an enterprise left without an answer: the officials of the place ask it why. */
export const internalReportsRisen: TaskSource = {
  kinds: ['internal-report-risen'],
  permission: 'internal-report.read',
  find: (tx, { from, to }) => tasksOf(tx, RISEN, [from, to]),
};
