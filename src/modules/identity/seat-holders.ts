import { hasRole, SEATS } from '../../domain/people/roles';
import type { Instant } from '../../kernel/time';
import type { Caller } from '../../platform/auth/caller';

/** As the register of welders seals it, so that one person is found under both. */
export const IDENTITY_SEAL = 'welder.id-number';

/** `before`: had an account before confirmation was asked for; `registered`: an official made it; `confirmed`: an official looked. */
export type SeatSource = 'before' | 'registered' | 'confirmed';

export interface Seat {
  readonly waitingSince: Instant | null;
  readonly confirmedAt: Instant | null;
  readonly confirmedBy: string | null;
  readonly source: SeatSource | null;
}

export const NO_SEAT: Seat = { waitingSince: null, confirmedAt: null, confirmedBy: null, source: null };

/** Whether all seats of the roles were held before: an official who looks at a person sees them as what they sign as. */
export const addsNoSeat = (before: readonly string[], after: readonly string[]): boolean =>
  SEATS.every((seat) => !after.includes(seat) || before.includes(seat));

/** An official who makes an account has seen who it is for; what an enterprise makes for itself waits. */
export function seatOf(roles: readonly string[], by: Pick<Caller, 'userId' | 'scope'>, at: Instant): Seat {
  if (!hasRole({ roles }, ...SEATS)) return NO_SEAT;
  return by.scope.kind === 'region'
    ? { waitingSince: null, confirmedAt: at, confirmedBy: by.userId, source: 'registered' }
    : waitingSeat(at);
}

/** Somebody took the seat up from afar: an official has still to see who it is. */
export const waitingSeat = (at: Instant): Seat => ({ ...NO_SEAT, waitingSince: at });
