import type { UserRow } from '../../schema/identity/user.row';
import type { UserFacts } from './caller-of-user';
import type { Seat, SeatSource } from './seat-holders';

/** What is read of a user; the hashes are asked for by name, where they are compared. */
export const USER_COLUMNS = [
  ...(['id', 'username', 'name', 'phoneSealed', 'roles', 'regionCode', 'enterpriseId', 'welderId'] as const),
  ...(['disabledAt', 'createdAt', 'seatWaitingSince', 'seatConfirmedAt', 'seatConfirmedBy', 'seatSource'] as const),
  ...(['passwordTemporary', 'version', 'trades', 'leftAt', 'erasedAt'] as const),
] as const satisfies readonly (keyof UserRow)[];

export type ReadUser = Pick<UserRow, (typeof USER_COLUMNS)[number]>;

type Own =
  'username' | 'phoneSealed' | 'disabledAt' | 'createdAt' | 'passwordTemporary' | 'version' | 'leftAt' | 'erasedAt';

export interface User extends UserFacts, Readonly<Pick<UserRow, Own>> {
  readonly seat: Seat;
  /** For which an official works. */
  readonly trades: readonly string[];
}

/** With the device at which they signed in, as far as it is known. */
export type SignedIn = User & {
  readonly deviceHash: string | null;
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
};

export function toUser(row: ReadUser): User {
  const { seatWaitingSince, seatConfirmedAt, seatConfirmedBy, seatSource, ...own } = row;
  const seat = {
    waitingSince: seatWaitingSince,
    confirmedAt: seatConfirmedAt,
    confirmedBy: seatConfirmedBy,
    source: seatSource as SeatSource | null,
  };
  return { ...own, seatWaiting: seatWaitingSince !== null, seat };
}

/** The columns that hold a seat. */
export const seatColumns = ({ waitingSince, confirmedAt, confirmedBy, source }: Seat) => ({
  seatWaitingSince: waitingSince,
  seatConfirmedAt: confirmedAt,
  seatConfirmedBy: confirmedBy,
  seatSource: source,
});
