import { DAY, shanghaiDate, shanghaiMidnight } from '../../kernel/time';

/** What a target counts. Of a person only what that person collects. */
export const TARGET_KINDS = [
  'machines-registered', 'chips-fitted', 'welders-registered', 'certificates-verified', 'training-passed',
] as const; // prettier-ignore
export type TargetKind = (typeof TARGET_KINDS)[number];

const BY_A_PERSON: readonly TargetKind[] = ['machines-registered', 'welders-registered'];
export const countsOfPerson = (kind: TargetKind): boolean => BY_A_PERSON.includes(kind);

export type TargetFault = 'target.due-over' | 'target.reached-already' | 'target.not-of-a-person';

export interface Target {
  readonly kind: TargetKind;
  readonly userId: string | null;
  readonly goal: number;
  /** What was there when the target was set. */
  readonly baseline: number;
  readonly startOn: string;
  /** The last day. */
  readonly dueOn: string;
}

export function targetFault(target: Target): TargetFault | null {
  if (target.userId !== null && !countsOfPerson(target.kind)) return 'target.not-of-a-person';
  if (target.dueOn < target.startOn) return 'target.due-over';
  return target.goal <= target.baseline ? 'target.reached-already' : null;
}

const daysBetween = (from: string, to: string): number =>
  Math.round((shanghaiMidnight(to) - shanghaiMidnight(from)) / DAY);

/** The number that should be reached by the end of a day, if every day brings the same number. */
export function expectedOn({ goal, baseline, startOn, dueOn }: Target, day: string): number {
  const all = daysBetween(startOn, dueOn) + 1;
  const gone = Math.min(all, Math.max(0, daysBetween(startOn, day) + 1));
  return baseline + Math.floor(((goal - baseline) * gone) / all);
}

export interface Progress {
  readonly expected: number;
  /** How many are missing against the plan of yesterday's end; 0: on time or ahead. */
  readonly behind: number;
  readonly left: number;
  /** How many a day are needed from today until the last day; null: no day is left. */
  readonly perDay: number | null;
  readonly state: 'reached' | 'on-time' | 'behind' | 'missed';
}

/** Today is not over, so nobody is behind by what today should bring. */
export function progressOf(target: Target, now: number, today: string): Progress {
  const yesterday = shanghaiDate(shanghaiMidnight(today) - DAY / 2);
  const expected = expectedOn(target, yesterday);
  const left = Math.max(0, target.goal - now);
  const daysLeft = daysBetween(today, target.dueOn) + 1;
  const behind = left === 0 ? 0 : Math.max(0, expected - now);
  const state = left === 0 ? 'reached' : daysLeft <= 0 ? 'missed' : behind > 0 ? 'behind' : 'on-time';
  return { expected, behind, left, perDay: daysLeft > 0 ? Math.ceil(left / daysLeft) : null, state };
}
