import { HOUR, type Instant } from '../../kernel/time';

/** Declared by a regulator, or recorded by the platform itself from the gap in its own signs of life. */
export const OUTAGE_SOURCES = ['declared', 'recorded'] as const;
export type OutageSource = (typeof OUTAGE_SOURCES)[number];

/** A time without the platform. Both ends are known: of a recorded one the last sign of life and the first one after. */
export interface Outage {
  readonly id: string;
  readonly source: OutageSource;
  /** With all below it; '' is the whole country. */
  readonly regionCode: string;
  readonly from: Instant;
  readonly to: Instant;
  /** It goes on, and `to` is the latest that it may end: rule `outage.longest-hours` after its beginning. */
  readonly open: boolean;
  readonly reason: string | null;
}

export type OutageFault = 'outage.not-begun' | 'outage.ends-before-start' | 'outage.too-long' | 'outage.over-too-long';

/** `entryHours` is rule `paper.entry-hours`: one that is over for longer would let nothing be entered any more. */
export function outageFault(
  { from, to }: Pick<Outage, 'from' | 'to'>,
  { longestHours, entryHours }: { readonly longestHours: number; readonly entryHours: number },
  at: Instant,
): OutageFault | null {
  if (to <= from) return 'outage.ends-before-start';
  if (to - from > longestHours * HOUR) return 'outage.too-long';
  return at > to + entryHours * HOUR ? 'outage.over-too-long' : null;
}

/** One that goes on has begun, and it ends by itself where nobody says when it ended. */
export function openFault(from: Instant, longestHours: number, at: Instant): OutageFault | null {
  if (from > at) return 'outage.not-begun';
  return at >= from + longestHours * HOUR ? 'outage.too-long' : null;
}

export const latestEnd = (from: Instant, longestHours: number): Instant => from + longestHours * HOUR;

export type ClosingFault = 'outage.closed-before' | 'outage.ends-before-start' | 'outage.ends-in-future' | 'outage.paper-after-end'; // prettier-ignore

/** `lastPaper`: when the work ended of the last paper that counts by this outage. Such paper stays good. */
export function closingFault(
  { open, from, to }: Pick<Outage, 'open' | 'from' | 'to'>,
  { end, lastPaper }: { readonly end: Instant; readonly lastPaper: Instant | null },
  at: Instant,
): ClosingFault | null {
  if (!open || at >= to) return 'outage.closed-before';
  if (end <= from) return 'outage.ends-before-start';
  if (end > at) return 'outage.ends-in-future';
  return lastPaper !== null && end < lastPaper ? 'outage.paper-after-end' : null;
}

/** The gap between the last sign of life and this one, where it is long enough to count. */
export const gapSince = (last: Instant | null, at: Instant, leastMs: number): Pick<Outage, 'from' | 'to'> | null =>
  last !== null && at - last >= leastMs ? { from: last, to: at } : null;
