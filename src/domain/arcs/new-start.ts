import { SECOND, type Instant } from '../../kernel/time';
import { clockTolerance, type BootClock } from './boot-clock';

/** A birth may be this much later than it was sent; a restart takes longer than that to show. */
const DELAY_MS = 5 * SECOND;

/** What a boot has said so far. */
export interface SaidOfBoot {
  readonly clock: BootClock | null;
  readonly maxUp: number;
  /** The latest beginning that the chip's own clock gave. */
  readonly claimedLatest: Instant | null;
  /** The `up` of the last birth; null: none was heard. */
  readonly birthUp: number | null;
}

/**
 * Whether a birth under a boot number that is known already tells of another start: `up` began anew. The same birth sent
 * once more, because its acknowledgement was lost, does not.
 */
export function isNewStart(
  birth: { readonly up: number; readonly t: Instant | null; readonly receivedAt: Instant },
  { clock, maxUp, claimedLatest, birthUp }: SaidOfBoot,
): boolean {
  if (!clock?.born || birth.up >= maxUp) return false;
  const later = birth.receivedAt - birth.up - clock.epoch;
  if (later <= DELAY_MS + clockTolerance(maxUp)) return false;
  if (birth.t === null || claimedLatest === null) return birth.up !== birthUp;
  return birth.t - birth.up > claimedLatest + clockTolerance(maxUp);
}

/**
 * Whether a message that follows all that were stored tells of another start: all of it lies before what they said. `maxUp` is
 * theirs alone.
 */
export const beganAnew = (ups: readonly number[], receivedAt: Instant, { clock, maxUp }: SaidOfBoot): boolean =>
  clock !== null &&
  ups.length > 0 &&
  Math.max(...ups) + DELAY_MS < maxUp &&
  receivedAt - Math.max(...ups) - clock.epoch > DELAY_MS + clockTolerance(maxUp);
