import { MOST, tasksOf, type TaskSource } from '../task-source';

const APPEALS = `select 'appeal-answer' as kind, jsonb_build_object('name', w.name) as params, 'welder' as type, w.id, null as code,
    s.answer_due_at as "dueAt", s.region_code as "regionCode"
  from welder_suspensions s join welders w on w.id = s.welder_id
  where s.state = 'appealed' and s.suspended_by <> $1 and s.region_code >= $2 and s.region_code < $3 order by s.answer_due_at limit ${MOST + 1}`;

/** Appeals of suspended welders, for every official but the one who suspended. */
export const appeals: TaskSource = {
  kinds: ['appeal-answer'],
  permission: 'welder.suspend',
  find: (tx, { caller, from, to }) => tasksOf(tx, APPEALS, [caller.userId, from, to]),
};

const ERASURES = `select 'erasure-decide' as kind, jsonb_build_object('name', coalesce(w.name, u.name)) as params, 'user' as type, r.id, null as code,
    r.asked_at + interval '15 days' as "dueAt", r.region_code as "regionCode"
  from erasure_requests r left join users u on u.id = r.user_id left join welders w on w.id = r.welder_id
  where r.state = 'asked' and r.asked_by <> $1 and r.region_code >= $2 and r.region_code < $3 order by r.id limit ${MOST + 1}`;

/** Requests to be forgotten; due as fast as the law has personal data answered (个人信息保护法第五十条: 及时). */
export const erasures: TaskSource = {
  kinds: ['erasure-decide'],
  permission: 'erasure.decide',
  find: (tx, { caller, from, to }) => tasksOf(tx, ERASURES, [caller.userId, from, to]),
};
