import { reachesBackTo, type ArcEvidence, type ArcShape } from './arc-evidence';
import { BRIDGE_MS } from './build-arcs';

/** The stretch of a boot, in milliseconds since it began, within which new evidence can change arcs. */
export interface ArcWindow {
  readonly from: number;
  readonly to: number;
}

/** Arcs farther away than the longest gap that is ever bridged cannot be touched. */
export function reachOf(evidence: readonly ArcEvidence[]): ArcWindow {
  const from = Math.min(...evidence.map(reachesBackTo));
  const to = Math.max(...evidence.map((e) => e.up));
  return { from: from - BRIDGE_MS, to: to + BRIDGE_MS };
}

/** All that has to be folded again when evidence came late: the window widened to whole arcs. `arcs` are those within reach. */
export const windowToRebuild = (reach: ArcWindow, arcs: readonly ArcShape[]): ArcWindow => ({
  from: Math.min(reach.from, ...arcs.map((arc) => arc.startUp)),
  to: Math.max(reach.to, ...arcs.map((arc) => arc.lastUp)),
});

/**
 * The last arc of a window that was known to have ended ends there still: whatever ended it lies behind the window,
 * and had it burned on, the arc would have reached farther.
 */
export function endLikeBefore(rebuilt: readonly ArcShape[], before: readonly ArcShape[]): ArcShape[] {
  const last = rebuilt.at(-1);
  const known = before.some((arc) => arc.ended && arc.lastUp === last?.lastUp);
  return last && known ? [...rebuilt.slice(0, -1), { ...last, ended: true }] : [...rebuilt];
}
