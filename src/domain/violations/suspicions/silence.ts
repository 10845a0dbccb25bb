import { MINUTE, type Instant } from '../../../kernel/time';
import { stepOf, type ViolationCase, type ViolationStep } from '../steps/violation-step';

/** A chip that fell silent while its job ran, and every moment since that its messages tell of, in order. */
export interface Silence {
  readonly heardAt: Instant;
  readonly raisedAt: Instant;
  /** When the job ended: a chip that rests may be quiet. Null: it runs. */
  readonly jobEndedAt: Instant | null;
  readonly toldOf: readonly Instant[];
}

export interface SilenceLimits {
  /** So long a chip may say nothing during a job. */
  readonly longestMs: number;
  /** So long after it was heard again what it kept may still come in. */
  readonly patienceMs: number;
}

interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * Speaking again explains nothing: `filled` where the messages of the silence are there, else the first stretch that they
 * leave open, once they had time to come; null: still silent, or still time.
 */
export function silenceOutcome(silence: Silence, limits: SilenceLimits, at: Instant): 'filled' | Stretch | null {
  const { heardAt, raisedAt, jobEndedAt, toldOf } = silence;
  if (!toldOf.some((moment) => moment > raisedAt)) return null;
  const moments = [heardAt, ...toldOf.filter((moment) => moment > heardAt)];
  const open = moments
    .slice(1)
    .map((to, i): Stretch => ({ from: moments[i]!, to }))
    .find(({ from, to }) => to - from > limits.longestMs && (jobEndedAt === null || from < jobEndedAt));
  if (!open) return 'filled';
  return open.to + limits.patienceMs <= at ? open : null;
}

/** What the chip had kept came in: it was out of reach, and no arc of that time is missing. */
export const fillSilence = (violation: ViolationCase): ViolationStep =>
  stepOf(violation, {
    command: 'withdraw',
    from: violation.state,
    to: 'withdrawn',
    set: { certainty: 'withdrawn' },
    detail: { reason: 'silence-filled' },
  });

/** What the machine did in that time is unknown: the case is confirmed, with its length. */
export const confirmSilence = (violation: ViolationCase, { from, to }: Stretch): ViolationStep =>
  stepOf(violation, {
    command: 'confirm',
    from: violation.state,
    to: violation.state,
    set: {
      certainty: 'confirmed',
      evidence: { heardAt: from, heardAgainAt: to, silentMinutes: Math.max(1, Math.round((to - from) / MINUTE)) },
    },
    detail: { reason: 'silence-unfilled' },
  });
