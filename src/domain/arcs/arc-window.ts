import { MINUTE } from '../../kernel/time';
import { reachesBackTo, type ArcEvidence, type ArcShape } from './arc-evidence';
import { BRIDGE_MS } from './build-arcs';

/** The longest sampling interval the protocol admits; so no evidence speaks of anything farther back. */
export const LONGEST_SAMPLE_MS = 10 * MINUTE;

/**
 * Whether evidence follows all that was folded before, so that arcs simply go on. A stop of the same millisecond does:
 * chips report the interval and what ended it one after the other.
 */
export const isNext = (evidence: readonly ArcEvidence[], lastUp: number): boolean =>
  evidence.every(({ up, kind }) => up > lastUp || (up === lastUp && kind === 'stop'));

/** Evidence that follows all that was folded before: only arcs that still burn, or ended this close before it, can go on. */
export const reachOf = (evidence: readonly ArcEvidence[]): number =>
  Math.min(...evidence.map(reachesBackTo)) - BRIDGE_MS;

/** Arcs that began before this cannot have begun with the evidence, nor later than it. */
export const cutBefore = (evidence: readonly ArcEvidence[]): number =>
  Math.min(...evidence.map(({ up }) => up)) - LONGEST_SAMPLE_MS;

export interface Redoing<S extends ArcShape> {
  /** Arcs that stay as they are; a long interval may still reach back to them. */
  readonly settled: readonly S[];
  /** The arcs that must be built again, from all evidence at or after `from`. */
  readonly redone: readonly S[];
  readonly from: number;
}

/**
 * What a late piece of evidence makes uncertain. All evidence is folded in the order of `up`, so everything before it
 * stands. Where an arc began, the arcs before it were over: folding again from the beginning of the last arc that surely
 * began before the late piece gives what would have come out had it been in time.
 */
export function redoing<S extends ArcShape>(arcs: readonly S[], cut: number): Redoing<S> {
  const first = arcs.findLastIndex(({ startUp }) => startUp < cut);
  if (first < 0) return { settled: [], redone: arcs, from: cut };
  return { settled: arcs.slice(0, first), redone: arcs.slice(first), from: arcs[first]!.startUp };
}
