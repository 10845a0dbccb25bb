import type { Role } from '../../domain/people/roles';
import type { Instant } from '../../kernel/time';
import type { UserFacts } from './caller-of-user';
import type { Seat, SeatSource } from './seat-holders';

/** With the device at which they signed in, as far as it is known. */
export type SignedIn = User & { readonly deviceHash: string | null; readonly mustChangePassword: boolean };

export interface User extends UserFacts {
  readonly username: string;
  readonly phoneSealed: string | null;
  readonly disabledAt: Instant | null;
  readonly createdAt: Instant;
  readonly seat: Seat;
  readonly passwordTemporary: boolean;
  readonly version: number;
}

export interface UserRow {
  id: string;
  username: string;
  name: string;
  password_hash: string | null;
  phone_sealed: string | null;
  roles: Role[];
  region_code: string | null;
  enterprise_id: string | null;
  welder_id: string | null;
  disabled_at: Instant | null;
  created_at: Instant;
  seat_waiting_since: Instant | null;
  seat_confirmed_at: Instant | null;
  seat_confirmed_by: string | null;
  seat_source: SeatSource | null;
  password_temporary: boolean;
  version: number;
}

export const toUser = (row: UserRow): User => ({
  id: row.id,
  username: row.username,
  name: row.name,
  phoneSealed: row.phone_sealed,
  roles: row.roles,
  regionCode: row.region_code,
  enterpriseId: row.enterprise_id,
  welderId: row.welder_id,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
  seatWaiting: row.seat_waiting_since !== null,
  seat: {
    waitingSince: row.seat_waiting_since,
    confirmedAt: row.seat_confirmed_at,
    confirmedBy: row.seat_confirmed_by,
    source: row.seat_source,
  },
  passwordTemporary: row.password_temporary,
  version: row.version,
});
