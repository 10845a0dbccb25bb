import { touchesHours } from '../../kernel/day-hours';
import { overlaps, shanghaiDays, type Period } from '../../kernel/time';
import { standingOf, type Calendar, type DayStanding, type SpecialPeriod } from '../rules/calendar';
import type { Circumstance } from './permit';
import type { PermitRules } from './permit-rules';
import type { PlannedTime } from './validity';

/** `calendar-unknown`: no holiday table of that year was published yet, so the day counts as raised. */
export type RaisedBecause = Circumstance | 'calendar-unknown';

export interface RaisedLevel {
  readonly level: string;
  /** Empty if the level stayed what it was. */
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
  const because = raisedBecause(circumstancesOf(surroundings, rules.withLevel(stricter).longestMs), rules);
  return { level: because.length === 0 ? proposed : stricter, raisedBecause: because };
}

/** All of the planned time where the stricter level could cover it, else its first shift. */
function circumstancesOf(around: Surroundings, longestMs: number): Circumstances {
  const { plannedStart, plannedEnd, calendar, specialPeriods } = around;
  const time = { from: plannedStart, to: Math.min(plannedEnd, plannedStart + longestMs) };
  return {
    time,
    days: shanghaiDays(time).map((day) => standingOf(calendar, day)),
    inSpecialPeriod: specialPeriods.some((period) => overlaps(period, time)),
  };
}

export const isStrictest = (level: string, { levels }: Pick<PermitRules, 'levels'>): boolean => levels[0] === level;

/** What can raise the level of work that goes on for a time. */
export interface Circumstances {
  readonly time: Period;
  /** Of each day in China that the time touches. */
  readonly days: readonly DayStanding[];
  readonly inSpecialPeriod: boolean;
}

/**
 * What raises the level of work at that time, nothing: an empty list (rules `permit.raise-on`, `permit.night`). Submission
 * asks for the planned time, authorisation for the moment: both are judged here.
 */
export function raisedBecause(
  { time, days, inSpecialPeriod }: Circumstances,
  { raiseOn, night }: Pick<PermitRules, 'raiseOn' | 'night'>,
): RaisedBecause[] {
  const found: RaisedBecause[] = [
    ...days.flatMap(ofDay),
    ...(touchesHours(time, night) ? (['night'] as const) : []),
    ...(inSpecialPeriod ? (['special-period'] as const) : []),
  ];
  return [...new Set(found)].filter((one) =>
    one === 'calendar-unknown'
      ? raiseOn.includes('legal-holiday') || raiseOn.includes('rest-day')
      : raiseOn.includes(one),
  );
}

function ofDay(standing: DayStanding): RaisedBecause[] {
  if (standing === 'workday') return [];
  return [standing === 'unknown' ? 'calendar-unknown' : standing];
}
