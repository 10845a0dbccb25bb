import { HOUR, MINUTE, SECOND, type Instant } from '../../kernel/time';

/** Failed attempts of one subject (an account, an address) without a success between them. */
export interface Failures {
  readonly count: number;
  readonly lastAt: Instant;
}

/** How many failures are free, before each further one doubles the wait. */
export interface Patience {
  readonly free: number;
}

/** People mistype; who knows the account's password needs no fifth try. */
export const ACCOUNT_PATIENCE: Patience = { free: 4 };
/** An office sits behind one address. */
export const ADDRESS_PATIENCE: Patience = { free: 30 };
/** The holder of a device that signed in before is most likely the owner of the account. */
export const DEVICE_PATIENCE: Patience = { free: 30 };
/** Far above honest use: an account is guessed at from many addresses. */
export const ANYWHERE_PATIENCE: Patience = { free: 300 };

const FIRST_DELAY = SECOND;
const LONGEST_DELAY = 15 * MINUTE;
/** A quiet hour starts the count anew. */
const FORGOTTEN_AFTER = HOUR;

/** Until when the next attempt has to wait; `at` or earlier means it need not. */
export function delayedUntil(failures: Failures | null, { free }: Patience): Instant {
  if (!failures || failures.count <= free) return 0;
  const delay = Math.min(FIRST_DELAY * 2 ** Math.min(failures.count - free - 1, 30), LONGEST_DELAY);
  return failures.lastAt + delay;
}

/** How many more may fail before a wait begins; negative once it has begun. */
export const freeAttempts = (failures: Failures | null, { free }: Patience, at: Instant): number =>
  free - (failures && !isForgotten(failures, at) ? failures.count : 0);

const isForgotten = ({ lastAt }: Failures, at: Instant): boolean => at - lastAt >= FORGOTTEN_AFTER;

export function oneMore(failures: Failures | null, at: Instant): Failures {
  return { count: !failures || isForgotten(failures, at) ? 1 : failures.count + 1, lastAt: at };
}
