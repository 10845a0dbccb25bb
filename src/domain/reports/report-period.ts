import {
  DAY,
  HOUR,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiWeekday,
  type Instant,
  type Period,
} from '../../kernel/time';

export const REPORT_KINDS = ['weekly', 'monthly'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** A week `2026-W48` (ISO 8601: Monday to Sunday, week 1 holds the year's first Thursday) or a month `2026-11`, in China's days. */
export interface ReportPeriod extends Period {
  readonly kind: ReportKind;
  readonly name: string;
}

const THURSDAY = 3;
const two = (n: number): string => String(n).padStart(2, '0');

/** The period of that name; undefined where there is none, as for `2025-W53`. */
export function periodNamed(kind: ReportKind, name: string): ReportPeriod | undefined {
  const [, year, part] = (kind === 'weekly' ? /^(\d{4})-W(\d{2})$/ : /^(\d{4})-(\d{2})$/).exec(name) ?? [];
  if (!year || !part) return undefined;
  const inside =
    kind === 'weekly'
      ? mondayOf(shanghaiMidnight(`${year}-01-04`)) + (Number(part) - 1) * 7 * DAY
      : shanghaiMidnight(`${year}-${part}-01`);
  if (Number.isNaN(inside)) return undefined;
  const period = periodAround(kind, inside);
  return period.name === name ? period : undefined;
}

/** The week or month in which an instant lies. */
export function periodAround(kind: ReportKind, at: Instant): ReportPeriod {
  if (kind === 'weekly') {
    const from = mondayOf(at);
    return { kind, name: weekName(from), from, to: from + 7 * DAY };
  }
  const month = shanghaiDate(at).slice(0, 7);
  const from = shanghaiMidnight(`${month}-01`);
  const next = shanghaiDate(from + 31 * DAY).slice(0, 7);
  return { kind, name: month, from, to: shanghaiMidnight(`${next}-01`) };
}

export const periodBefore = ({ kind, from }: ReportPeriod): ReportPeriod => periodAround(kind, from - 1);

/** 去年同期: the same month, or the week of the same number; a 53rd week is held against the 52nd. */
export function periodLastYear({ kind, name }: ReportPeriod): ReportPeriod {
  const year = Number(name.slice(0, 4)) - 1;
  const same = periodNamed(kind, `${year}${name.slice(4)}`) ?? periodNamed(kind, `${year}-W52`);
  if (!same) throw new Error(`no period like ${name} in ${year}`);
  return same;
}

/**
 * From when on a period can be handed in, by the schedule or by hand: 06:00 in China after its last day. What chips kept over night
 * without network has arrived by then; handed in at midnight, the numbers would stay without it.
 */
export const readyAt = ({ to }: ReportPeriod): Instant => to + 6 * HOUR;

/** The newest period that is over: what is handed in. */
export const lastComplete = (kind: ReportKind, at: Instant): ReportPeriod => periodBefore(periodAround(kind, at));

/** Monday 00:00 of the week of an instant. */
function mondayOf(at: Instant): Instant {
  const midnight = shanghaiMidnight(shanghaiDate(at));
  return midnight - ((shanghaiWeekday(midnight) + 6) % 7) * DAY;
}

function weekName(monday: Instant): string {
  const year = shanghaiDate(monday + THURSDAY * DAY).slice(0, 4);
  const first = mondayOf(shanghaiMidnight(`${year}-01-04`));
  return `${year}-W${two(Math.round((monday - first) / (7 * DAY)) + 1)}`;
}
