import { MINUTE, type Instant } from '../../kernel/time';
import { parseCode } from '../registry/code';

/** The board that hangs at a place, as far as its code can prove the place. */
export interface Signboard {
  /** The code printed on it; null if none was printed. */
  readonly code: string | null;
  /** Since when its place is confirmed by a scan with a good position; null: not confirmed. */
  readonly boundAt: Instant | null;
  /** Codes that change each minute and hold now; empty if nobody on the spot shows them. */
  readonly changing: readonly string[];
}

/** `bound`, `changing`: its code proves the place. `not-of-here`: another place's, or one that no longer holds. */
export type SignboardReading = 'none' | 'bound' | 'changing' | 'not-bound' | 'not-of-here';

/** A code of ours as it is printed, or whatever else an enterprise hangs up. */
export const asPrinted = (scanned: string): string => parseCode(scanned) ?? scanned.trim();

export function readSignboard(scanned: string | null, board: Signboard): SignboardReading {
  if (scanned === null) return 'none';
  if (board.changing.includes(asChanging(scanned))) return 'changing';
  if (board.code === null || asPrinted(scanned) !== board.code) return 'not-of-here';
  return board.boundAt === null ? 'not-bound' : 'bound';
}

/** Without signs that people take for others, and of another length than printed codes. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXY';
const LENGTH = 8;

/** A keyed hash as people read it from a phone. */
export const changingCode = (hash: Uint8Array): string =>
  [...hash.subarray(0, LENGTH)].map((byte) => SIGNS.charAt(byte % SIGNS.length)).join('');

const asChanging = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');

export const minuteOf = (at: Instant): number => Math.floor(at / MINUTE);

/** The minute that runs and the one before, so that nobody types against the clock. */
export const minutesAccepted = (at: Instant): readonly number[] => [minuteOf(at), minuteOf(at) - 1];

/** From then on the code of a minute is refused. */
export const endOfCode = (minute: number): Instant => (minute + 2) * MINUTE;
