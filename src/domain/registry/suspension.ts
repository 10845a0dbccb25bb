import { LifeCycle } from '../../kernel/life-cycle';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';

/** 暂停作业资格: an official takes the power from a welder for a while. It goes on while an appeal waits. */
export const SUSPENSION_STATES = ['running', 'appealed', 'lifted', 'ended'] as const;
export type SuspensionState = (typeof SUSPENSION_STATES)[number];

export const SUSPENSION_COMMANDS = ['appeal', 'grant', 'reject', 'lift'] as const;
export type SuspensionCommand = (typeof SUSPENSION_COMMANDS)[number];

/** Rule `supervision.suspension`. */
export interface SuspensionRule {
  readonly longestDays: number;
  /** So long after it began the welder may appeal. */
  readonly appealDays: number;
  /** So long the authority has to answer. */
  readonly answerDays: number;
}

export interface SuspensionSnapshot {
  readonly state: SuspensionState;
  readonly byWelder: boolean;
  readonly byOfficial: boolean;
  /** The caller is the one who suspended. */
  readonly bySuspender: boolean;
  readonly appealedBefore: boolean;
  readonly appealOver: boolean;
}

export type SuspensionReason =
  | 'suspension.welder-only'
  | 'suspension.official-only'
  | 'suspension.own-decision'
  | 'suspension.appealed-before'
  | 'suspension.appeal-over';

type Guard = (snapshot: SuspensionSnapshot) => readonly SuspensionReason[];
const guard =
  (holds: (snapshot: SuspensionSnapshot) => boolean, reason: SuspensionReason): Guard =>
  (snapshot) =>
    holds(snapshot) ? [] : [reason];
const welder = guard(({ byWelder }) => byWelder, 'suspension.welder-only');
const official = guard(({ byOfficial }) => byOfficial, 'suspension.official-only');
/** Nobody judges an appeal against their own decision. */
const another = guard(({ bySuspender }) => !bySuspender, 'suspension.own-decision');
const first = guard(({ appealedBefore }) => !appealedBefore, 'suspension.appealed-before');
const inTime = guard(({ appealOver }) => !appealOver, 'suspension.appeal-over');

export const suspensionLifeCycle = new LifeCycle<
  SuspensionState,
  SuspensionCommand,
  SuspensionSnapshot,
  SuspensionReason
>({
  appeal: { from: ['running'], to: 'appealed', when: (s) => [...welder(s), ...first(s), ...inTime(s)] },
  grant: { from: ['appealed'], to: 'lifted', when: (s) => [...official(s), ...another(s)] },
  reject: { from: ['appealed'], to: 'running', when: (s) => [...official(s), ...another(s)] },
  // whoever suspended may see that the reason is gone; an appeal is answered, not gone round
  lift: { from: ['running'], to: 'lifted', when: official },
});

/** The midnight that ends the last day. */
export const suspendedUntil = (untilOn: string): Instant => shanghaiMidnight(untilOn) + DAY;

export type SuspensionFault = 'suspension.until-past' | 'suspension.until-too-far';

export function suspensionFault(untilOn: string, { longestDays }: SuspensionRule, at: Instant): SuspensionFault | null {
  const today = shanghaiDate(at);
  if (untilOn < today) return 'suspension.until-past';
  return suspendedUntil(untilOn) > shanghaiMidnight(today) + longestDays * DAY ? 'suspension.until-too-far' : null;
}
