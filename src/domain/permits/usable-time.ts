import { nextBegin, type DayHours } from '../../kernel/day-hours';
import { momentOf, shanghaiDate, shanghaiDays, type Instant, type Period } from '../../kernel/time';
import { standingOfDay, type CalendarDay, type DayStanding } from '../rules/calendar';
import { closingHours, openHours, type PublicPlace } from './opening-hours';
import type { PermitRules } from './permit-rules';
import { raisedBecause, type RaisedBecause } from './raise-level';

/** `level-too-low`: the permit lacks the level that the work has by itself, at whatever time. */
export type UnusableBecause = RaisedBecause | 'level-too-low' | 'open-to-public';

/** What of a permit bears on the times at which it may be used. */
export interface UsedPermit extends PublicPlace {
  readonly level: string;
  /** The level the work has by itself, before holidays, night or special periods raise it. */
  readonly proposedLevel: string;
}

/** What is known of the days and of the special periods around a permit. */
export interface Outlook {
  /** By `YYYY-MM-DD` in China. A day that nobody looked up is unknown, and raised. */
  readonly days: Readonly<Record<string, CalendarDay>>;
  readonly specialPeriods: readonly Period[];
}

/** From when a permit may not be used, and why. */
export interface UsableEnd {
  readonly at: Instant;
  readonly because: readonly UnusableBecause[];
}

/** A stretch of time in which a permit may be used; `because` is what ends it, empty if the time itself does. */
export interface UsableTime extends Period {
  readonly because: readonly UnusableBecause[];
}

/**
 * The first moment of a time at which a permit may not be used: its level is too low once night, rest day, holiday or
 * special period begin, or its place opens to the public. Null: none. Authorisation, the end of jobs and the permit's page
 * ask here.
 */
export const usableUntil = (permit: UsedPermit, outlook: Outlook, rules: PermitRules, time: Period): UsableEnd | null =>
  turningPoints(permit, outlook, rules, time)
    .map((at) => ({ at, because: againstUse(permit, outlook, rules, at) }))
    .find(({ because }) => because.length > 0) ?? null;

/** All stretches of a time in which a permit may be used: a permit of 72 h is left with its days. */
export function usableTimes(permit: UsedPermit, outlook: Outlook, rules: PermitRules, time: Period): UsableTime[] {
  const found: UsableTime[] = [];
  let from: Instant | null = null;
  for (const at of turningPoints(permit, outlook, rules, time)) {
    const because = againstUse(permit, outlook, rules, at);
    if (because.length === 0) from ??= at;
    else if (from !== null) {
      found.push({ from, to: at, because });
      from = null;
    }
  }
  return from === null ? found : [...found, { from, to: time.to, because: [] }];
}

/** All that keeps a permit from being used at some moment of a time. */
export const excludedBy = (
  permit: UsedPermit,
  outlook: Outlook,
  rules: PermitRules,
  time: Period,
): UnusableBecause[] => [
  ...new Set(turningPoints(permit, outlook, rules, time).flatMap((at) => againstUse(permit, outlook, rules, at))),
];

/** The reasons against using a permit at a moment, by the rules of that moment. */
function againstUse(permit: UsedPermit, outlook: Outlook, rules: PermitRules, at: Instant): UnusableBecause[] {
  const then = rules.on(at);
  const open = openHours(permit, then, at).length > 0 ? (['open-to-public'] as const) : [];
  return [...levelFaults(permit, then, raisedBecauseAt(outlook, then, at)), ...open];
}

/** What raises the level of work at a moment. */
export const raisedBecauseAt = ({ days, specialPeriods }: Outlook, rules: PermitRules, at: Instant): RaisedBecause[] =>
  raisedBecause(
    {
      time: momentOf(at),
      days: [standingAmong(days, at)],
      inSpecialPeriod: specialPeriods.some(({ from, to }) => from <= at && at < to),
    },
    rules,
  );

/** The level that work needs, one more than its own where something raises it. */
export function neededLevel(proposed: string, raised: boolean, { levels }: Pick<PermitRules, 'levels'>): string {
  const own = levels.indexOf(proposed);
  return levels[raised ? Math.max(0, own - 1) : own] ?? proposed;
}

function levelFaults(
  { level, proposedLevel }: UsedPermit,
  { levels }: PermitRules,
  raised: readonly RaisedBecause[],
): readonly UnusableBecause[] {
  const suffices = (needed: string): boolean =>
    levels.includes(level) && levels.indexOf(level) <= levels.indexOf(needed);
  if (!suffices(neededLevel(proposedLevel, false, { levels }))) return ['level-too-low'];
  return suffices(neededLevel(proposedLevel, raised.length > 0, { levels })) ? [] : raised;
}

const standingAmong = (days: Outlook['days'], at: Instant): DayStanding => {
  const day = days[shanghaiDate(at)];
  return day === undefined ? 'unknown' : standingOfDay(day, at);
};

/** All moments at which the answer can change: midnights, changes of rules, and whatever begins or ends of hours and periods. */
function turningPoints(permit: UsedPermit, { specialPeriods }: Outlook, rules: PermitRules, time: Period): Instant[] {
  const steady = [
    time.from,
    ...shanghaiDays(time),
    ...rules.changesWithin(time),
    ...specialPeriods.flatMap(({ from, to }) => [from, to]),
  ].filter((at) => time.from <= at && at < time.to);
  const daily = steady.flatMap((at) => {
    const then = rules.on(at);
    const hours = [then.night, ...closingHours(permit, then).map((one) => one.hours)];
    return hours.flatMap((one) => [nextBegin(one, at), nextBegin(endsOf(one), at)]);
  });
  return [...new Set([...steady, ...daily])].filter((at) => at < time.to).sort((a, b) => a - b);
}

const endsOf = ({ from, to }: DayHours): DayHours => ({ from: to, to: from });
