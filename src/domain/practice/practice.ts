import { DAY, shanghaiDate, type Instant } from '../../kernel/time';

/** 离岗: what says that a welder was at the trade (特种作业人员安全技术培训考核管理规定第三十二条). */
export const PRACTICE_BASES = ['job', 'declared', 'registered'] as const;
export type PracticeBasis = (typeof PRACTICE_BASES)[number];

/** Worked where the platform does not see it, or passed the practical test again. */
export const PRACTICE_KINDS = ['elsewhere', 'retest'] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

export interface PracticeFacts {
  /** The last arc, or the last job of a machine without chip. */
  readonly workedOn: string | null;
  readonly declaredOn: string | null;
  /** Before this day the platform knew nothing of the person. */
  readonly registeredOn: string;
}

export interface PracticeStanding {
  /** The last day on which the welder is known to have been at the trade. */
  readonly since: string;
  readonly basis: PracticeBasis;
  /** From this day on the welder counts as off the trade. */
  readonly overOn: string;
  readonly over: boolean;
  readonly days: number;
}

/** It warns and refuses nobody: that nothing was recorded does not mean that nobody welded. */
export function practiceStanding(
  { workedOn, declaredOn, registeredOn }: PracticeFacts,
  months: number,
  at: Instant,
): PracticeStanding {
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

export type PracticeFault = 'practice.in-future' | 'practice.too-long-ago';

/** A day that is over, and that would change anything. */
export function practiceFault(workedOn: string, months: number, at: Instant): PracticeFault | null {
  const today = shanghaiDate(at);
  if (workedOn > today) return 'practice.in-future';
  return monthsAfter(workedOn, months) <= today ? 'practice.too-long-ago' : null;
}
