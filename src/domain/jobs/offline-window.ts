import { HOUR, MINUTE, type Instant } from '../../kernel/time';
import type { OfflineUnlock } from '../arcs/arc';
import type { Bounds } from '../arcs/boot-bounds';

/** A code may be fetched this long before it is typed (a cellar without signal, domain.md section 6). */
const PREFETCH_MS = 2 * HOUR;
const LONGEST_HOURS = 8;

/** The chip looks at most this many codes ahead (docs/chip-protocol.md). */
const LOOK_AHEAD = 10;

export interface OfflineWindow {
  readonly hours: number;
  /** The last moment for typing: work then still ends inside the permit. */
  readonly validUntil: Instant;
}

/** Whole hours that fit before `workUntil`, rounded down; null if not one does. `end` is the permit's own end, if any. */
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

/** A chip's clock may be this far behind when a code is typed. */
const EARLY_MS = MINUTE;

/**
 * Between what moments a code was typed in time; null: it was not. A code's counter names the hours it was good for, so a
 * chip without a clock may have typed it in time as soon as one moment of them is possible.
 */
export function typedInTime(
  code: { readonly issuedAt: Instant; readonly validUntil: Instant },
  { at, clocked, possible }: Pick<OfflineUnlock, 'at' | 'clocked' | 'possible'>,
): Bounds | null {
  const from = code.issuedAt - EARLY_MS;
  if (clocked && from <= at && at < code.validUntil) return { earliest: at, latest: at };
  // a clock that was ahead of the code's end shows late use; one before its beginning can only be wrong
  if (!possible || (clocked && at >= code.validUntil)) return null;
  const earliest = Math.max(possible.earliest, from);
  const latest = Math.min(possible.latest, code.validUntil - 1);
  return earliest <= latest ? { earliest, latest } : null;
}
