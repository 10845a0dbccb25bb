import { TIP_KINDS } from '../tips/tip-kinds';
import { GRADES } from '../violations/violation-kinds';
import { BY_REGION, kind, quantity } from './rule-kind';
import { fields, whole, type Shape } from './shape';

const yuan: Shape = whole(0, 1_000_000);
const eachOf = (names: readonly string[], shape: Shape): Shape =>
  fields(Object.fromEntries(names.map((name) => [name, shape])));

/** Rules of tips (一键举报): when two may be one, and what a true one is worth. */
export const tipRuleKinds = {
  'tip.duplicate-metres': quantity(
    ['举报相距多近提示可能重复', 'Tips are shown as possible duplicates within'],
    'metres',
    BY_REGION,
    whole(10, 5_000),
  ),
  'tip.duplicate-hours': quantity(
    ['举报间隔多久以内提示可能重复', 'Tips are shown as possible duplicates within'],
    'hours',
    BY_REGION,
    whole(1, 720),
  ),
  'tip.reward-yuan': kind(
    ['举报奖励金额（元），按事项和定性', 'Rewards in yuan, by kind and grade'],
    BY_REGION,
    eachOf(TIP_KINDS, eachOf(GRADES, yuan)),
  ),
  'tip.reward-major-yuan': kind(
    ['举报重大事故隐患的最低奖励（元）', 'Least reward for a major hazard, in yuan'],
    BY_REGION,
    yuan,
  ),
  'tip.reward-partly-percent': quantity(
    ['部分属实按多少比例奖励', 'Share of the reward where a tip is partly true'],
    'percent',
    BY_REGION,
    whole(0, 100),
  ),
  'tip.reward-insider-percent': quantity(
    ['从业人员举报上浮多少', 'More for a reporter who works there'],
    'percent',
    BY_REGION,
    whole(0, 200),
  ),
  'tip.reward-case-most-yuan': kind(
    ['一个案件的奖励最多多少（元）', 'Most rewards for one case, in yuan'],
    BY_REGION,
    yuan,
  ),
  'tip.reward-year-most-yuan': kind(
    ['同一举报人一年的奖励最多多少（元）', 'Most rewards for one reporter in a year, in yuan'],
    BY_REGION,
    yuan,
  ),
};
