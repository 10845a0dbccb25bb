import { touchesHours, type DayHours } from '../../kernel/day-hours';
import { overlaps, shanghaiDays, type Instant } from '../../kernel/time';
import { standingOf, type Calendar, type SpecialPeriod } from '../rules/calendar';
import type { Circumstance } from './permit';
import type { PermitRules } from './permit-rules';
import type { PlannedTime } from './validity';

/** `calendar-unknown`: no holiday table of that year was published yet, so the day counts as raised. */
export type RaisedBecause = Circumstance | 'calendar-unknown';

export interface RaisedLevel {
  readonly level: string;
  /** Empty where the level stayed what it was. */
  readonly raisedBecause: readonly RaisedBecause[];
}

/** The planned time with everything in it that can make work more dangerous. */
export interface Surroundings extends PlannedTime {
  readonly calendar: Calendar;
  readonly specialPeriods: readonly SpecialPeriod[];
}

export interface RaisingRules extends Pick<PermitRules, 'levels' | 'raiseOn' | 'night'> {
  withLevel(level: string): Pick<PermitRules, 'longestMs'>;
}

/**
 * 升级管理 (GB 30871-2022): work that touches a holiday, a rest day, the night or a special period needs one level more
 * than it has by itself, never more than the strictest. The whole planned time counts: one minute of night is night.
 *
 * Only a time longer than the stricter level may last (72 h of the second level) cannot be meant to be worked through. Its
 * first shift counts then, and whoever wants to work at night or on the day of rest within it is refused there and then
 * (`permit.level-too-low`, `authorization/level-rules.ts`).
 */
export function raiseLevel(proposed: string, surroundings: Surroundings, rules: RaisingRules): RaisedLevel {
  const own = rules.levels.indexOf(proposed);
  const stricter = rules.levels[own - 1];
  if (stricter === undefined) return { level: proposed, raisedBecause: [] };
  const counted = firstShift(surroundings, rules.withLevel(stricter).longestMs);
  const because = circumstances(counted, rules.night).filter((one) =>
    one === 'calendar-unknown'
      ? rules.raiseOn.includes('legal-holiday') || rules.raiseOn.includes('rest-day')
      : rules.raiseOn.includes(one),
  );
  return { level: because.length === 0 ? proposed : stricter, raisedBecause: because };
}

/** All of the planned time where the stricter level could cover it. */
const firstShift = (around: Surroundings, longestMs: number): Surroundings => ({
  ...around,
  plannedEnd: Math.min(around.plannedEnd, around.plannedStart + longestMs),
});

function circumstances(around: Surroundings, night: DayHours): RaisedBecause[] {
  const time = { from: around.plannedStart, to: around.plannedEnd };
  const found: RaisedBecause[] = shanghaiDays(time).flatMap((day) => dayCircumstance(around.calendar, day));
  if (touchesHours(time, night)) found.push('night');
  if (around.specialPeriods.some((period) => overlaps(period, time))) found.push('special-period');
  return [...new Set(found)];
}

function dayCircumstance(calendar: Calendar, day: Instant): RaisedBecause[] {
  const standing = standingOf(calendar, day);
  if (standing === 'workday') return [];
  return [standing === 'unknown' ? 'calendar-unknown' : standing];
}
