import { HOUR, type Instant } from '../../kernel/time';

/** A code may be fetched this long before it is typed (a cellar without signal, domain.md section 6). */
const PREFETCH_MS = 2 * HOUR;
const LONGEST_HOURS = 8;

/** The chip looks at most this many codes ahead (docs/chip-protocol.md). */
export const LOOK_AHEAD = 10;

export interface OfflineWindow {
  readonly hours: number;
  /** The last moment for typing: work then still ends inside the permit. */
  readonly validUntil: Instant;
}

/** Whole hours that fit before `workUntil`, rounded down; null where not one does. `end` is the permit's own end, if any. */
export function offlineWindow(workUntil: Instant, end: Instant | null, at: Instant): OfflineWindow | null {
  const hours = Math.min(LONGEST_HOURS, Math.floor((workUntil - at) / HOUR));
  if (hours < 1) return null;
  const latest = end === null ? Infinity : end - hours * HOUR;
  return { hours, validUntil: Math.min(at + PREFETCH_MS, latest) };
}

/** The counter of the next new code, or null while ten codes are out that the chip has not reported. */
export function nextCounter(chipExpects: number, highestIssued: number | null): number | null {
  const next = Math.max(chipExpects, (highestIssued ?? -1) + 1);
  return next - chipExpects < LOOK_AHEAD ? next : null;
}
