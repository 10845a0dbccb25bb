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
  readonly reason: string | null;
}

export type OutageFault = 'outage.ends-before-start' | 'outage.too-long' | 'outage.over-too-long';

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

/** The gap between the last sign of life and this one, where it is long enough to count. */
export const gapSince = (last: Instant | null, at: Instant, leastMs: number): Pick<Outage, 'from' | 'to'> | null =>
  last !== null && at - last >= leastMs ? { from: last, to: at } : null;
