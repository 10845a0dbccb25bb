/** What came out of a machine's safety check (年检、绝缘和接地检测). */
export const CHECK_RESULTS = ['passed', 'failed'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

export interface MachineCheck {
  readonly checkedOn: string;
  readonly result: CheckResult;
  /** The last good day; only of a check that was passed. */
  readonly nextDueOn: string | null;
}

export type CheckFault =
  | 'machine-check.in-future'
  | 'machine-check.next-missing'
  | 'machine-check.next-of-failed'
  | 'machine-check.next-too-early'
  | 'machine-check.next-too-late';

/** `2026-05-31` and 9 months: `2027-02-28`. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** `longestMonths` is rule `inspection.longest-months`. */
export function checkFault(
  { checkedOn, result, nextDueOn }: MachineCheck,
  today: string,
  longestMonths: number,
): CheckFault | null {
  if (checkedOn > today) return 'machine-check.in-future';
  if (result === 'failed') return nextDueOn === null ? null : 'machine-check.next-of-failed';
  if (nextDueOn === null) return 'machine-check.next-missing';
  if (nextDueOn <= checkedOn) return 'machine-check.next-too-early';
  return nextDueOn > monthsAfter(checkedOn, longestMonths) ? 'machine-check.next-too-late' : null;
}

/** The machine's last good day after its latest check: one that failed leaves none after the day before. */
export const goodUntil = ({ checkedOn, result, nextDueOn }: MachineCheck): string =>
  result === 'passed' && nextDueOn !== null ? nextDueOn : dayBefore(checkedOn);

const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

export interface MachineRepair {
  readonly startedOn: string;
  readonly endedOn: string | null;
}

export type RepairFault = 'machine-repair.in-future' | 'machine-repair.ends-before-start';

export function repairFault({ startedOn, endedOn }: MachineRepair, today: string): RepairFault | null {
  if (startedOn > today || (endedOn !== null && endedOn > today)) return 'machine-repair.in-future';
  return endedOn !== null && endedOn < startedOn ? 'machine-repair.ends-before-start' : null;
}
