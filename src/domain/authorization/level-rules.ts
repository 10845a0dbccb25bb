import { nextBegin, withinHours, type DayHours } from '../../kernel/day-hours';
import { shanghaiWeekday, type Instant } from '../../kernel/time';
import type { CalendarFacts, Facts, PermitFacts } from './facts';
import { blocking } from './finding';
import { ruleQuery } from './permit-rules';
import type { PermitRule } from './rule';

type Circumstance = 'legal-holiday' | 'rest-day' | 'night' | 'special-period';

/**
 * 升级管理 (GB 30871-2022): on holidays, at night and in special periods the work needs one level more than it has by
 * itself. The platform raises at submission; this catches what began afterwards: work that runs into the night, a
 * special period declared since. Rules `permit.levels` (strictest first), `permit.raise-on`, `permit.night`.
 */
export const levelHighEnough: PermitRule = (permit, facts, at) => {
  const levels = facts.rules.value<readonly string[]>('permit.levels', ruleQuery(permit), at);
  const needed = neededLevel(levels, permit, facts, at);
  const own = levels.indexOf(permit.level); // -1: a level that the rules do not know refuses
  return own >= 0 && own <= levels.indexOf(needed)
    ? []
    : [blocking('permit.level-too-low', { level: permit.level, needed })];
};

/**
 * When the level stops being high enough while work goes on: a permit that was not raised holds until the night begins.
 * Null: it holds through the night, or already is the night's.
 */
export function levelHoldsUntil(permit: PermitFacts, { rules }: Facts, at: Instant): Instant | null {
  const raiseOn = rules.value<readonly Circumstance[]>('permit.raise-on', ruleQuery(permit), at);
  const levels = rules.value<readonly string[]>('permit.levels', ruleQuery(permit), at);
  const own = levels.indexOf(permit.proposedLevel);
  const raised = levels.indexOf(permit.level) < own;
  if (!raiseOn.includes('night') || own <= 0 || raised) return null;
  return nextBegin(rules.value<DayHours>('permit.night', ruleQuery(permit), at), at);
}

function neededLevel(levels: readonly string[], permit: PermitFacts, facts: Facts, at: Instant): string {
  const raiseOn = facts.rules.value<readonly Circumstance[]>('permit.raise-on', ruleQuery(permit), at);
  const raised = circumstances(permit, facts, at).some((one) => raiseOn.includes(one));
  const own = levels.indexOf(permit.proposedLevel);
  return levels[raised ? Math.max(0, own - 1) : own] ?? permit.proposedLevel;
}

function circumstances(permit: PermitFacts, { calendar, rules }: Facts, at: Instant): Circumstance[] {
  const night = rules.value<DayHours>('permit.night', ruleQuery(permit), at);
  return [
    ...dayCircumstances(calendar, at),
    ...(withinHours(night, at) ? (['night'] as const) : []),
    ...(permit.specialPeriod ? (['special-period'] as const) : []),
  ];
}

/** Weekends made working days (调休) are working days; a year without a holiday table counts as raised. */
function dayCircumstances({ dayKind, yearKnown }: CalendarFacts, at: Instant): Circumstance[] {
  if (!yearKnown) return ['legal-holiday', 'rest-day'];
  if (dayKind === 'adjusted-workday') return [];
  if (dayKind !== null) return [dayKind];
  return [0, 6].includes(shanghaiWeekday(at)) ? ['rest-day'] : [];
}
