import { DAY, shanghaiDate, type Instant } from '../../kernel/time';
import { raisedBecauseAt, neededLevel, usableUntil, type Outlook, type UsableEnd } from '../permits/usable-time';
import { DAYS_AHEAD, type Facts, type PermitFacts } from './facts';
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
  const raised = raisedBecauseAt(outlookOf(permit, facts, at), rules, at).length > 0;
  const needed = neededLevel(permit.proposedLevel, raised, rules);
  const own = rules.levels.indexOf(permit.level); // -1: a level that the rules do not know refuses
  return own >= 0 && own <= rules.levels.indexOf(needed)
    ? []
    : [blocking('permit.level-too-low', { level: permit.level, needed })];
};

/** From when on the permit may not be used, while work that begins now can last; null: it holds that long, or to its end. */
export function holdsUntil(permit: PermitFacts, facts: Facts, at: Instant): UsableEnd | null {
  const time = { from: at, to: Math.min(permit.plannedEnd, at + DAYS_AHEAD * DAY) };
  return usableUntil(permit, outlookOf(permit, facts, at), rulesFor(permit, facts, at), time);
}

const outlookOf = (permit: PermitFacts, { calendar, daysAhead }: Facts, at: Instant): Outlook => ({
  days: { ...daysAhead, [shanghaiDate(at)]: calendar },
  specialPeriods: [...(permit.specialPeriod ? [{ from: at, to: at + 1 }] : []), ...permit.specialPeriodsAhead],
});
