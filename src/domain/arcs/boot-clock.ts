import { DAY, HOUR, SECOND, type Instant } from '../../kernel/time';

/** `ok`: the chip's clock agrees; `corrected`: it did not, receipt and `up` decided; `none`: the chip had no clock. */
export type ClockMark = 'ok' | 'corrected' | 'none';

/** The moments between which a boot of a chip began, by the platform's clock. */
export interface BootClock {
  /** The earliest `receipt − up` seen: the boot began then or before, never later. */
  readonly epoch: Instant;
  /** A birth is sent as it happens, so that its `receipt − up` is exact; buffered messages only bound it. */
  readonly born: boolean;
}

/** Time as a chip states it: `t` by its clock or null, `up` milliseconds since boot. */
export interface Stamp {
  readonly t: Instant | null;
  readonly up: number;
}

export interface CorrectedTime {
  readonly at: Instant;
  readonly clock: ClockMark;
}

/** Clocks this close agree: it is the grace that an arc's ends are judged with, too. */
export const CLOCK_TOLERANCE_MS = 2 * SECOND;

/** A chip's crystal may run away by this share between two contacts: 100 ppm, twice what cheap ones promise. */
const DRIFT = 1e-4;

/** Nothing is buffered longer: an older time can only be a wrong clock. */
export const OLDEST_BUFFERED_MS = 366 * DAY;

/** How far a clock that was set at the beginning of a boot may be off `up` milliseconds later. */
export const clockTolerance = (up: number): number => CLOCK_TOLERANCE_MS + Math.min(up * DRIFT, HOUR);

/** What one more message says about the beginning of its boot. */
export function refineBootClock(known: BootClock | null, up: number, receivedAt: Instant, isBirth: boolean): BootClock {
  const epoch = receivedAt - up;
  if (!known) return { epoch, born: isBirth };
  const born = known.born || isBirth;
  if (epoch < known.epoch) return { epoch, born };
  const drifted = isBirth && known.born && epoch - known.epoch <= SECOND + up * DRIFT;
  return drifted ? { epoch, born } : { epoch: known.epoch, born };
}

/**
 * When something happened. The chip's own time is believed when it agrees with `up` counted from the boot's beginning,
 * or, for a boot that was never in contact, when it lies neither in the future nor absurdly far back.
 */
export function correctTime(stamp: Stamp, boot: BootClock, receivedAt: Instant): CorrectedTime {
  const byUp = Math.max(Math.min(boot.epoch + stamp.up, receivedAt), receivedAt - OLDEST_BUFFERED_MS);
  if (stamp.t === null) return { at: byUp, clock: 'none' };
  const ahead = stamp.t - byUp;
  const farthestBack = boot.born ? clockTolerance(stamp.up) : OLDEST_BUFFERED_MS;
  const agrees = ahead <= clockTolerance(stamp.up) && -ahead <= farthestBack;
  return agrees ? { at: stamp.t, clock: 'ok' } : { at: byUp, clock: 'corrected' };
}
