import { MOST, tasksOf, type TaskSource } from '../task-source';

const TIP = (kind: string): string =>
  `select '${kind}' as kind, jsonb_build_object('tip', t.kind, 'place', r.name) as params,
     'tip' as type, t.id, null as code, t.due_at as "dueAt", t.region_code as "regionCode"
   from tips t left join regions r on r.code = t.region_code`;
const OF_DESK = 't.region_code >= $1 and t.region_code < $2';
const AT_DESK = `
  (${TIP('tip-receive')} where t.state = 'received' and ${OF_DESK} order by t.id limit ${MOST + 1})
  union all
  (${TIP('tip-close')} where t.state = 'checked' and ${OF_DESK} order by t.id limit ${MOST + 1})`;

/** Tips that nobody has taken in, or that were looked into and wait for an answer. */
export const tipsAtDesk: TaskSource = {
  kinds: ['tip-receive', 'tip-close'],
  permission: 'tip.desk',
  find: (tx, { from, to }) => tasksOf(tx, AT_DESK, [from, to]),
};

/** Tips that the caller was sent to look into. */
export const tipChecks: TaskSource = {
  kinds: ['tip-check'],
  permission: 'tip.check',
  find: (tx, { caller }) =>
    tasksOf(
      tx,
      `${TIP('tip-check')} where t.assigned_to = $1 and t.state = 'dispatched' order by t.due_at, t.id limit ${MOST + 1}`,
      [caller.userId],
    ),
};

const REWARDS = `
  select 'tip-reward' as kind, jsonb_build_object('tip', w.kind, 'yuan', w.yuan::text) as params,
    'tip-reward' as type, w.id, null as code, null::timestamptz as "dueAt", w.region_code as "regionCode"
  from tip_rewards w where w.state = 'proposed' and w.proposed_by <> $1 and w.region_code >= $2 and w.region_code < $3
  order by w.id limit ${MOST + 1}`;

/** Rewards that somebody else proposed. */
export const tipRewards: TaskSource = {
  kinds: ['tip-reward'],
  permission: 'tip-reward.decide',
  find: (tx, { caller, from, to }) => tasksOf(tx, REWARDS, [caller.userId, from, to]),
};
