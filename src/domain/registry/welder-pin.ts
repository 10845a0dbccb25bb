import { MINUTE, type Instant } from '../../kernel/time';

/** What a PIN that was typed says: it is the welder's, it is not, it rests after wrong ones, or the welder has none. */
export type PinAnswer = 'right' | 'wrong' | 'resting' | 'unset';

/**
 * After too many wrong PINs within a time, even the right PIN is refused until the oldest wrong one is older than that
 * time.
 */
const MOST_WRONG = 5;
export const PIN_WINDOW_MINUTES = 15;
const WINDOW = PIN_WINDOW_MINUTES * MINUTE;

export const isPin = (typed: string): boolean => /^\d{6}$/.test(typed);

export type PinFault = 'pin.malformed' | 'pin.too-simple' | 'pin.of-own-number';

/** Six digits that nobody guesses first. `own`: identity number and phone, which colleagues know or can read off a card. */
export function pinFault(pin: string, own: readonly string[]): PinFault | null {
  if (!isPin(pin)) return 'pin.malformed';
  if (isSimple(pin)) return 'pin.too-simple';
  return own.some((number) => number.includes(pin)) || own.some((number) => birthDays(number).includes(pin))
    ? 'pin.of-own-number'
    : null;
}

/** One or two different digits (000000, 121212), a part twice (123123), or a walk along the digits either way. */
function isSimple(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, i) => (digit - (digits[i] ?? 0) + 10) % 10));
  const isWalk = steps.size === 1 && (steps.has(1) || steps.has(9));
  return new Set(digits).size <= 2 || pin.slice(0, 3) === pin.slice(3) || isWalk;
}

/** Where a number is an identity number: its birthday as people write it in six digits, in other orders than the number's own. */
function birthDays(number: string): string[] {
  const [, year, month, day] = /^\d{6}\d{2}(\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number) ?? [];
  return year && month && day ? [`${month}${day}${year}`, `${day}${month}${year}`] : [];
}

/** The wrong attempts that still count. */
export const recentWrong = (wrongAt: readonly Instant[], at: Instant): Instant[] =>
  wrongAt.filter((one) => at - one < WINDOW);

export const pinRests = (wrongAt: readonly Instant[], at: Instant): boolean =>
  recentWrong(wrongAt, at).length >= MOST_WRONG;
