import type { Industry } from '../registry/industry';
import { DAY, shanghaiDate, type Instant } from '../../kernel/time';

/** How often something is due (rule data): dangerous trades more often than the others. */
export interface Cadence {
  readonly months: number;
  readonly highRiskMonths: number;
  readonly highRiskIndustries: readonly Industry[];
}

/** Cadence of the self-checks; who has just registered still gets so many days. */
export interface SelfCheckCadence extends Cadence {
  readonly leastDays: number;
}

/** Both days belong to it. */
export interface CheckPeriod {
  readonly from: string;
  readonly to: string;
}

const MONTHS_OF_YEAR = 12;

export const monthsFor = (industry: Industry, cadence: Cadence): number =>
  cadence.highRiskIndustries.includes(industry) ? cadence.highRiskMonths : cadence.months;

/** The month, quarter or half-year around a moment. Periods begin anew each January, so the last of a year may be shorter. */
export function periodAround(months: number, at: Instant): CheckPeriod {
  const [year = 0, month = 1] = shanghaiDate(at).split('-').map(Number);
  const first = month - ((month - 1) % months);
  const last = Math.min(MONTHS_OF_YEAR, first + months - 1);
  return { from: day(year, first, 1), to: day(year, last + 1, 0) };
}

/** The last good day: the end of the period, or later where the check was opened near that end. */
export function dueOnOf({ to }: CheckPeriod, { leastDays }: Pick<SelfCheckCadence, 'leastDays'>, at: Instant): string {
  const least = shanghaiDate(at + leastDays * DAY);
  return least > to ? least : to;
}

/** So many months after a day; a day that the month does not have becomes its last. */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const wanted = day(year, month + months, dayOfMonth);
  const lastOfMonth = day(year, month + months + 1, 0);
  return wanted > lastOfMonth ? lastOfMonth : wanted;
}

const day = (year: number, month: number, dayOfMonth: number): string =>
  new Date(Date.UTC(year, month - 1, dayOfMonth)).toISOString().slice(0, 10);
