import { nextBegin } from '../../kernel/day-hours';
import { momentOf, type Instant } from '../../kernel/time';
import type { PermitRules } from '../permits/permit-rules';
import { raisedBecause } from '../permits/raise-level';
import { standingOfDay } from '../rules/calendar';
import type { Facts, PermitFacts } from './facts';
import { blocking } from './finding';
import { rulesFor } from './permit-rules';
import type { PermitRule } from './rule';

/**
 * 升级管理 (GB 30871-2022): on holidays, at night and in special periods the work needs one level more than it has by
 * itself. The platform raises at submission; this catches what began afterwards: work that runs into the night, a
 * special period declared since. Rule `permit.levels` (strictest first).
 */
export const levelHighEnough: PermitRule = (permit, facts, at) => {
  const rules = rulesFor(permit, facts, at);
  const needed = neededLevel(permit, facts, rules, at);
  const own = rules.levels.indexOf(permit.level); // -1: a level that the rules do not know refuses
  return own >= 0 && own <= rules.levels.indexOf(needed)
    ? []
    : [blocking('permit.level-too-low', { level: permit.level, needed })];
};

/**
 * When the level stops being high enough while work goes on: a permit that was not raised holds until the night begins.
 * Null: it holds through the night, or already is the night's.
 */
export function levelHoldsUntil(permit: PermitFacts, facts: Facts, at: Instant): Instant | null {
  const { levels, raiseOn, night } = rulesFor(permit, facts, at);
  const own = levels.indexOf(permit.proposedLevel);
  const raised = levels.indexOf(permit.level) < own;
  return !raiseOn.includes('night') || own <= 0 || raised ? null : nextBegin(night, at);
}

function neededLevel(permit: PermitFacts, { calendar }: Facts, rules: PermitRules, at: Instant): string {
  const now = {
    time: momentOf(at),
    days: [standingOfDay(calendar, at)],
    inSpecialPeriod: permit.specialPeriod,
  };
  const raised = raisedBecause(now, rules).length > 0;
  const own = rules.levels.indexOf(permit.proposedLevel);
  return rules.levels[raised ? Math.max(0, own - 1) : own] ?? permit.proposedLevel;
}
