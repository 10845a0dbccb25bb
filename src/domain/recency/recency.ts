import { DAY, shanghaiDate, type Instant } from '../../kernel/time';

/** 离岗: what says that a welder was at the trade (特种作业人员安全技术培训考核管理规定第三十二条). */
export const RECENCY_BASES = ['job', 'declared', 'registered'] as const;
export type RecencyBasis = (typeof RECENCY_BASES)[number];

/** Worked where the platform does not see it, or passed the practical test again. */
export const RECENCY_KINDS = ['elsewhere', 'retest'] as const;
export type RecencyKind = (typeof RECENCY_KINDS)[number];

export interface RecencyFacts {
  /** The last arc, or the last job of a machine without chip. */
  readonly workedOn: string | null;
  readonly declaredOn: string | null;
  /** Before this day the platform knew nothing of the person. */
  readonly registeredOn: string;
}

export interface RecencyStanding {
  /** The last day on which the welder is known to have been at the trade. */
  readonly since: string;
  readonly basis: RecencyBasis;
  /** From this day on the welder counts as off the trade. */
  readonly overOn: string;
  readonly over: boolean;
  readonly days: number;
}

/** It warns and refuses nobody: that nothing was recorded does not mean that nobody welded. */
export function recencyStanding(
  { workedOn, declaredOn, registeredOn }: RecencyFacts,
  months: number,
  at: Instant,
): RecencyStanding {
  const today = shanghaiDate(at);
  const known = [
    { since: registeredOn, basis: 'registered' as const },
    { since: declaredOn ?? '', basis: 'declared' as const },
    { since: workedOn ?? '', basis: 'job' as const },
  ];
  const last = known.reduce((a, b) => (b.since >= a.since ? b : a));
  const overOn = monthsAfter(last.since, months);
  const days = Math.round((Date.parse(today) - Date.parse(last.since)) / DAY);
  return { ...last, overOn, over: today >= overOn, days };
}

/** The same day some months later; the last of the month where it has none. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

export type RecencyFault = 'recency.in-future' | 'recency.too-long-ago';

/** A day that is over, and that would change anything. */
export function recencyFault(workedOn: string, months: number, at: Instant): RecencyFault | null {
  const today = shanghaiDate(at);
  if (workedOn > today) return 'recency.in-future';
  return monthsAfter(workedOn, months) <= today ? 'recency.too-long-ago' : null;
}
