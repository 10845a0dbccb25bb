import type { Instant } from '../../kernel/time';

/** One thing a chip said about one outlet's arc. `up` (milliseconds since boot) orders it, whatever the clock says. */
export type ArcEvidence = ArcEnd | ArcSample;

/** `stop` is also the loss of power and the opening of the relay: no arc burns without current. */
export interface ArcEnd {
  readonly kind: 'start' | 'stop';
  readonly up: number;
  readonly at: Instant;
  readonly jobId: string | null;
}

/** An interval of `ms` that ends at `up`, with `arcMs` of arc somewhere in it. */
export interface ArcSample {
  readonly kind: 'sample';
  readonly up: number;
  readonly at: Instant;
  readonly ms: number;
  readonly arcMs: number;
  readonly peakA: number;
  readonly jobId: string | null;
}

const RANK = { start: 0, sample: 1, stop: 2 } as const;

/**
 * By the chip's own count; a sample that ends with an arc comes before the stop of the same millisecond. The rest only
 * makes the order total: two that claim the same moment must not count in the order of their arrival.
 */
export const byUp = (a: ArcEvidence, b: ArcEvidence): number =>
  a.up - b.up || RANK[a.kind] - RANK[b.kind] || compare(lastResort(a), lastResort(b));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const lastResort = (e: ArcEvidence): string =>
  [e.jobId, e.at, ...(e.kind === 'sample' ? [e.ms, e.arcMs, e.peakA] : [])].join(' ');

/** Where the stretch of time begins that a piece of evidence speaks of. */
export const reachesBackTo = (e: ArcEvidence): number => (e.kind === 'sample' ? e.up - e.ms : e.up);

/** A stretch of arc as the evidence so far shows it, on the chip's own count of milliseconds and on the platform's clock. */
export interface ArcShape {
  readonly startUp: number;
  /** The latest evidence of burning; the end, where it has ended. */
  readonly lastUp: number;
  readonly ended: boolean;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly arcMs: number;
  readonly peakA: number;
  readonly jobId: string | null;
  readonly sampleMs: number;
  /** Its ends come from `arc-start` and `arc-stop`; otherwise from samples, blurred by their interval. */
  readonly fromEvents: boolean;
}
