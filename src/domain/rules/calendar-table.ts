import { DAY, shanghaiDate, shanghaiMidnight, shanghaiWeekday, type Instant } from '../../kernel/time';
import type { DayKind } from './calendar';

/** One row of a year's holiday table; `day` is `YYYY-MM-DD` in China. */
export interface CalendarDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
}

type TableFaultCode =
  | 'calendar.no-such-day'
  | 'calendar.other-year'
  | 'calendar.day-repeated'
  | 'calendar.not-a-weekend'
  | 'calendar.day-is-past'
  | 'calendar.day-missing';

export interface TableFault {
  /** Place in the new table; null: a day of the old one that the new one leaves out. */
  readonly index: number | null;
  readonly day: string;
  readonly code: TableFaultCode;
}

/** The new year, labour and national days that the law names (全国年节及纪念日放假办法; 2 May since 2025). */
const FIXED_DAYS: readonly { readonly day: string; readonly since: number }[] = [
  { day: '01-01', since: 0 },
  { day: '05-01', since: 0 },
  { day: '05-02', since: 2025 },
  { day: '10-01', since: 0 },
  { day: '10-02', since: 0 },
  { day: '10-03', since: 0 },
];

/** Spring festival lies between these days, whichever the year; its law names three days at least. */
const SPRING = { first: '01-21', last: '02-21', days: 3 };

export interface MissingHolidays {
  /** Fixed days of the law that the table lacks, `YYYY-MM-DD`. */
  readonly days: readonly string[];
  /** Fewer than three days of spring festival. */
  readonly spring: boolean;
}

/** What a year's table lacks to be believed: half a table would switch raising off. A rest day is no holiday. */
export function missingHolidays(year: number, table: readonly CalendarDay[]): MissingHolidays {
  const holidays = new Set(table.filter(({ kind }) => kind === 'legal-holiday').map(({ day }) => day));
  const inSpring = [...holidays].filter((day) => `${year}-${SPRING.first}` <= day && day <= `${year}-${SPRING.last}`);
  return {
    days: FIXED_DAYS.filter(({ since }) => since <= year)
      .map(({ day }) => `${year}-${day}`)
      .filter((day) => !holidays.has(day)),
    spring: inSpring.length < SPRING.days,
  };
}

/** Only a complete table makes its year known. */
export function isComplete(year: number, table: readonly CalendarDay[]): boolean {
  const { days, spring } = missingHolidays(year, table);
  return days.length === 0 && !spring;
}

/** 30 February is no day: reading it gives another one back, or none. */
function isDate(day: string): boolean {
  const midnight = shanghaiMidnight(day);
  return !Number.isNaN(midnight) && shanghaiDate(midnight) === day;
}
const isWeekend = (day: string): boolean => [0, 6].includes(shanghaiWeekday(shanghaiMidnight(day)));

/**
 * What is wrong with a table that shall replace a year's. Ahead of its year everything may change; once the year has
 * begun a table may only gain days that are still to come, because permits were granted by what it said. The first
 * table of a year may come late: then nothing is changed.
 */
export function tableFaults(
  year: number,
  old: readonly CalendarDay[] | null,
  next: readonly CalendarDay[],
  at: Instant,
): TableFault[] {
  const own = next.flatMap((row, index) => {
    const code = rowFault(row, year, next.slice(0, index));
    return code ? [{ index, day: row.day, code }] : [];
  });
  const begun = shanghaiMidnight(`${year}-01-01`) <= at;
  return own.length > 0 || old === null || !begun ? own : changeFaults(old, next, at);
}

function rowFault({ day, kind }: CalendarDay, year: number, before: readonly CalendarDay[]): TableFaultCode | null {
  if (!isDate(day)) return 'calendar.no-such-day';
  if (Number(day.slice(0, 4)) !== year) return 'calendar.other-year';
  if (before.some((row) => row.day === day)) return 'calendar.day-repeated';
  return kind === 'adjusted-workday' && !isWeekend(day) ? 'calendar.not-a-weekend' : null;
}

function changeFaults(old: readonly CalendarDay[], next: readonly CalendarDay[], at: Instant): TableFault[] {
  const tomorrow = shanghaiDate(at + DAY);
  const kindBefore = new Map(old.map(({ day, kind }) => [day, kind]));
  const added = next.flatMap(({ day, kind }, index): TableFault[] => {
    const before = kindBefore.get(day);
    if (before === kind) return [];
    return before !== undefined || day < tomorrow ? [{ index, day, code: 'calendar.day-is-past' }] : [];
  });
  const kept = new Set(next.map(({ day }) => day));
  const left = old.filter(({ day }) => !kept.has(day));
  return [...added, ...left.map(({ day }): TableFault => ({ index: null, day, code: 'calendar.day-missing' }))];
}
