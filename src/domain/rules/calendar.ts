import { DAY, MINUTE, shanghaiDate, shanghaiWeekday, type Instant } from '../../kernel/time';

export const DAY_KINDS = ['legal-holiday', 'rest-day', 'adjusted-workday'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** The published holiday tables (国务院办公厅节假日安排) as far as they are known; dates are `YYYY-MM-DD` in Asia/Shanghai. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<string, { readonly kind: DayKind; readonly name: string }>;
}

/** What the tables say of one day. */
export interface CalendarDay {
  /** Null: nothing, an ordinary day of the week. */
  readonly dayKind: DayKind | null;
  /** Whether a table of its year was published. */
  readonly yearKnown: boolean;
}

/** What a day is for raising a permit's level; `unknown` where no table of its year was published yet: it then counts as raised. */
export type DayStanding = 'workday' | 'rest-day' | 'legal-holiday' | 'unknown';

export function standingOf({ years, days }: Calendar, at: Instant): DayStanding {
  const date = shanghaiDate(at);
  const day = { dayKind: days.get(date)?.kind ?? null, yearKnown: years.has(Number(date.slice(0, 4))) };
  return standingOfDay(day, at);
}

/** Weekends made working days (调休) are working days. `at` is any moment of the day. */
export function standingOfDay({ dayKind, yearKnown }: CalendarDay, at: Instant): DayStanding {
  if (!yearKnown) return 'unknown';
  if (dayKind === 'adjusted-workday') return 'workday';
  if (dayKind !== null) return dayKind;
  return [0, 6].includes(shanghaiWeekday(at)) ? 'rest-day' : 'workday';
}

/** 重点时段: declared by a regulator for a region and all below it; half open. */
export interface SpecialPeriod {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A period of more than a year is a rule, and belongs among the rules. */
export const LONGEST_PERIOD = 366 * DAY;

/** A start within the last minute counts as "now", because clocks differ and requests take time. */
export const beginningOf = (told: Instant | null, at: Instant): Instant =>
  told === null || (at - MINUTE <= told && told < at) ? at : told;

export interface PeriodFault {
  readonly field: 'from' | 'to';
  readonly code: 'period.in-the-past' | 'period.dates-reversed' | 'period.too-long';
}

/** What is wrong with a period somebody declares; it may begin now, never before: what was done before was done under other rules. */
export function periodFault({ from, to }: Pick<SpecialPeriod, 'from' | 'to'>, at: Instant): PeriodFault | null {
  if (from < at) return { field: 'from', code: 'period.in-the-past' };
  if (to <= from) return { field: 'to', code: 'period.dates-reversed' };
  return to - from > LONGEST_PERIOD ? { field: 'to', code: 'period.too-long' } : null;
}
