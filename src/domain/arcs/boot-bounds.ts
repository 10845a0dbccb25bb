import { MINUTE, type Instant } from '../../kernel/time';
import {
  CLOCK_TOLERANCE_MS,
  clockTolerance,
  correctTime,
  OLDEST_BUFFERED_MS,
  type BootClock,
  type CorrectedTime,
  type Stamp,
} from './boot-clock';

/** The first and the last moment at which something can have been. */
export interface Bounds {
  readonly earliest: Instant;
  readonly latest: Instant;
}

/** What the chip's other boots say about when this one began. */
export interface Neighbours {
  /** The last moment known of the chip before this boot; null: nothing is known of it. */
  readonly knownUntil: Instant | null;
  /** The latest moment at which a later boot began; null: this is the latest boot. */
  readonly nextBegan: Instant | null;
  /** The chip's own clock was wrong at its next contact. */
  readonly clockWrong: boolean;
}

export const NO_NEIGHBOURS: Neighbours = { knownUntil: null, nextBegan: null, clockWrong: false };

/** What a boot told about its own beginning. */
export interface BootWord {
  readonly clock: BootClock | null;
  /** The beginnings that the chip's own clock gives: `t − up` of everything said; null if no time was said. */
  readonly claimed: Bounds | null;
  /** The highest `up` that was said. */
  readonly maxUp: number;
  /** The boot began then or later: the one-time code typed in it did not exist before. */
  readonly notBefore: Instant | null;
}

/** A clock this far off at a contact was no clock for the boots before, either. */
const WRONG_CLOCK_MS = MINUTE;

export const clockWrongAtContact = (t: Instant | null, receivedAt: Instant): boolean =>
  t !== null && Math.abs(t - receivedAt) > WRONG_CLOCK_MS;

/**
 * Between what moments a boot began in which the chip was never in contact: all of it lies after the last thing known of the
 * chip and before the next boot. Null: a birth was heard, or it is the latest boot and receipt tells.
 */
export function possibleBeginning(word: BootWord, { knownUntil, nextBegan }: Neighbours): Bounds | null {
  if (!word.clock || word.clock.born || nextBegan === null) return null;
  const latest = Math.min(word.clock.epoch, nextBegan - Math.max(0, word.maxUp));
  const first = Math.max(knownUntil ?? -Infinity, word.notBefore ?? -Infinity, latest - OLDEST_BUFFERED_MS);
  return { earliest: Math.min(first, latest), latest };
}

/** The same, where the chip's own clock is of no use either; null: the time of the boot is known. */
export function beginningBounds(word: BootWord, neighbours: Neighbours): Bounds | null {
  const possible = possibleBeginning(word, neighbours);
  return possible && (neighbours.clockWrong || !isUsable(word, possible)) ? possible : null;
}

/**
 * Whether the clock of the latest boot contradicts what is known, before a birth has told when it began: it steps, or it puts
 * the boot before the last thing known of the chip. Then receipt and `up` tell the time.
 */
export function isDistrusted(word: BootWord, { knownUntil, nextBegan }: Neighbours): boolean {
  const { clock, claimed } = word;
  if (!clock || clock.born || nextBegan !== null || !claimed) return false;
  return !isUsable(word, { earliest: knownUntil ?? clock.epoch - OLDEST_BUFFERED_MS, latest: clock.epoch });
}

/** A clock that runs evenly and lies within the bounds. One that steps, stands in 1970 or runs ahead does not. */
function isUsable({ claimed, maxUp }: BootWord, { earliest, latest }: Bounds): boolean {
  if (!claimed) return false;
  const tolerance = clockTolerance(Math.max(0, maxUp));
  const even = claimed.latest - claimed.earliest <= tolerance;
  return even && claimed.earliest >= earliest - tolerance && claimed.latest <= latest + tolerance;
}

/** Whether the chip's own clock told, all through the boot, when it began. Where it did not, `up` tells it. */
export function clockAgrees({ clock, claimed, maxUp }: BootWord): boolean {
  if (!clock || !claimed) return false;
  const tolerance = clockTolerance(Math.max(0, maxUp));
  return Math.max(Math.abs(claimed.earliest - clock.epoch), Math.abs(claimed.latest - clock.epoch)) <= tolerance;
}

/** What one more stamp says by the chip's own clock. */
export function widenClaim(claimed: Bounds | null, { t, up }: Stamp): Bounds | null {
  if (t === null) return claimed;
  const began = t - up;
  if (!claimed) return { earliest: began, latest: began };
  return { earliest: Math.min(claimed.earliest, began), latest: Math.max(claimed.latest, began) };
}

/** When something happened; within bounds it is laid at the last moment possible. */
export function placedTime(stamp: Stamp, clock: BootClock, how: Placing, receivedAt: Instant): CorrectedTime {
  if (!how.bounds && !how.distrusted) return correctTime(stamp, clock, receivedAt);
  const began = how.bounds?.latest ?? clock.epoch;
  return { at: Math.min(began + stamp.up, receivedAt), clock: stamp.t === null ? 'none' : 'corrected' };
}

/** What a boot's own clock is worth. */
export interface Placing {
  readonly bounds: Bounds | null;
  readonly distrusted: boolean;
}

/** Whether arcs of a boot have to be laid anew: its time became known or unknown, or its bounds moved. */
export function boundsMoved(before: Bounds | null, after: Bounds | null): boolean {
  if (!before || !after) return before !== after;
  const farther = Math.max(Math.abs(before.earliest - after.earliest), Math.abs(before.latest - after.latest));
  return farther > CLOCK_TOLERANCE_MS;
}
