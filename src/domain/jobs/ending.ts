import { MINUTE, SECOND, type Instant } from '../../kernel/time';
import type { PermitState } from '../permits/permit';
import type { UsableEnd } from '../permits/usable-time';
import type { EndReason } from './job';

/** What bears on when an open job ends. */
export interface EndingFacts {
  readonly state: 'reserved' | 'running';
  readonly reservedAt: Instant;
  readonly runningAt: Instant | null;
  /** The permit's end or the longest a job may last, whichever comes first. */
  readonly workUntil: Instant;
  readonly permit: {
    readonly state: PermitState;
    readonly plannedEnd: Instant;
    /** The regime asks for a watcher and none is on duty. */
    readonly watcherGone: boolean;
    readonly gasTestFailed: boolean;
    /** Since when, or from when on, the permit may not be used any more: by what is known now, not when the job began. */
    readonly usableUntil: UsableEnd | null;
  } | null;
  readonly areaEndsAt: Instant | null;
  readonly certificate: {
    /** A certificate that covered the machine's process has been revoked or found forged, and no other covers it. */
    readonly revoked: boolean;
    /** How long a certificate covers the process; null: none does any more. */
    readonly coversUntil: Instant | null;
  };
  /** Until when the instructor's session covers the pupil; missing where the job is no pupil's. */
  readonly practiceUntil?: Instant | null;
  /** The register took the machine or the welder out of service meanwhile. */
  readonly outOfService: 'machine-out' | 'welder-suspended' | null;
  readonly lastArcAt: Instant | null;
  readonly arcOpen: boolean;
  readonly idleLimitMs: number;
  /** The chip is in another boot than the one the job was unlocked in. */
  readonly restarted: boolean;
  readonly tampered: boolean;
  readonly limits: EndingLimits;
}

/** Rules `job.reservation-seconds`, `job.stop-grace-seconds`, `job.warning-minutes`. */
export interface EndingLimits {
  readonly reservationMs: number;
  readonly graceMs: number;
  readonly warnMinutes: readonly number[];
}

type DeadlineReason =
  'permit-expired' | 'certificate-expired' | 'practice-over' | 'raised-time' | 'open-to-public' | 'time-limit' | 'idle';

export interface Deadline {
  readonly reason: DeadlineReason;
  readonly at: Instant;
}

/** What begins when a permit may not be used any more: a time that asks for a stricter level, or opening hours. */
const unusable = ({ at, because }: UsableEnd): Deadline => ({
  reason: because.every((one) => one === 'open-to-public') ? 'open-to-public' : 'raised-time',
  at,
});

export type Ending =
  | { readonly kind: 'end'; readonly reason: EndReason }
  /** Power stays until the arc stops, at the latest until `latest`: a weld is not broken off in the middle. */
  | { readonly kind: 'when-arc-stops'; readonly reason: DeadlineReason; readonly latest: Instant }
  /** `minutes` is the warning threshold that has been reached: 30, 10 or 5. */
  | { readonly kind: 'warn'; readonly reason: DeadlineReason; readonly minutes: number; readonly end: Instant }
  | { readonly kind: 'go-on' };

/** What is to be done about an open job now (domain.md, section 6, "How a job ends"). */
export function judgeEnding(facts: EndingFacts, at: Instant): Ending {
  const reason = atOnce(facts, at);
  if (reason) return { kind: 'end', reason };
  if (facts.state === 'reserved') return { kind: 'go-on' };
  const next = nextDeadline(facts);
  if (at >= next.at) return whenOver(next, facts, at);
  const minutes = warningThreshold(next.at - at, facts.limits.warnMinutes);
  return minutes === null ? { kind: 'go-on' } : { kind: 'warn', reason: next.reason, minutes, end: next.at };
}

/** The causes that cut power at once, the most important first. */
function atOnce(facts: EndingFacts, at: Instant): EndReason | null {
  if (facts.restarted) return 'chip-restarted';
  if (facts.tampered) return 'tamper';
  if (facts.permit?.gasTestFailed) return 'gas-test-failed';
  if (facts.permit?.watcherGone) return 'watcher-gone';
  if (facts.permit?.state === 'suspended') return 'permit-suspended';
  if (facts.permit && OVER.includes(facts.permit.state)) return 'permit-closed';
  if (facts.outOfService) return facts.outOfService;
  if (facts.certificate.revoked) return 'certificate-revoked';
  if (facts.state === 'reserved' && at - facts.reservedAt >= facts.limits.reservationMs) return 'no-answer';
  return null;
}

/** `expired` is left to the clock: the permit's end comes with warnings and a short grace. */
const OVER: readonly PermitState[] = ['fire_watch', 'closed', 'cancelled', 'rejected', 'returned'];

function whenOver(over: Deadline, { arcOpen, limits }: EndingFacts, at: Instant): Ending {
  const latest = over.at + limits.graceMs;
  return arcOpen && at < latest
    ? { kind: 'when-arc-stops', reason: over.reason, latest }
    : { kind: 'end', reason: over.reason };
}

/** The deadline that comes first; of two at the same moment the one named first. */
function nextDeadline(facts: EndingFacts): Deadline {
  const [first, ...rest] = deadlines(facts) as [Deadline, ...Deadline[]];
  return rest.reduce((next, one) => (one.at < next.at ? one : next), first);
}

/** Until when the job may work by all that is known now; a pause ends it earlier, and one tap goes on. */
export const worksUntil = (facts: EndingFacts): Instant =>
  Math.min(...deadlines(facts).flatMap(({ reason, at }) => (reason === 'idle' ? [] : [at])));

function deadlines({
  permit,
  areaEndsAt,
  workUntil,
  certificate,
  practiceUntil = null,
  lastArcAt,
  runningAt,
  reservedAt,
  arcOpen,
  idleLimitMs,
}: EndingFacts): Deadline[] {
  const placeEnds = permit?.plannedEnd ?? areaEndsAt;
  const worked = lastArcAt ?? runningAt ?? reservedAt;
  return [
    ...(placeEnds === null ? [] : [{ reason: 'permit-expired', at: placeEnds } as const]),
    entitlement(certificate.coversUntil, practiceUntil, reservedAt),
    ...(permit?.usableUntil ? [unusable(permit.usableUntil)] : []),
    { reason: 'time-limit', at: workUntil },
    ...(arcOpen ? [] : [{ reason: 'idle', at: worked + idleLimitMs } as const]),
  ];
}

/** A certificate that came meanwhile outlasts the session in which its holder was a pupil. */
const entitlement = (coversUntil: Instant | null, practiceUntil: Instant | null, reservedAt: Instant): Deadline =>
  practiceUntil !== null && (coversUntil === null || coversUntil < practiceUntil)
    ? { reason: 'practice-over', at: practiceUntil }
    : { reason: 'certificate-expired', at: coversUntil ?? reservedAt };

/** The smallest threshold that is not larger than what is left: at 9 minutes the one of 10. */
function warningThreshold(leftMs: number, minutes: readonly number[]): number | null {
  const reached = minutes.filter((one) => leftMs <= one * MINUTE);
  return reached.length === 0 ? null : Math.min(...reached);
}

export const endingLimits = (reservationS: number, graceS: number, warnMinutes: readonly number[]): EndingLimits => ({
  reservationMs: reservationS * SECOND,
  graceMs: graceS * SECOND,
  warnMinutes,
});
