import { normalPhone } from '../../../kernel/phone';
import { mayManage, roleChangeFault, type OfferFault } from '../../../domain/people/giving-roles';
import { AUTHORITY, hasRole, LEADERS, SEATS } from '../../../domain/people/roles';
import { conflict, forbidden, wrongField, type Refusal } from '../../../kernel/refusal';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import { addsNoSeat, NO_SEAT, seatOf, waitingSeat, type Seat } from '../seat-holders';
import type { User } from '../user';
import type { ChangeUserRequest } from './user-change.dto';
import type { LockedUser } from './user-change.store';

/** What decides what somebody sees and may do. */
const STANDING = ['roles', 'regionCode', 'enterpriseId', 'welderId'] as const;

const standing = (user: LockedUser, field: (typeof STANDING)[number]): string => String([user[field]].flat().sort());

const hasSeat = (user: Pick<LockedUser, 'roles'>): boolean => hasRole(user, ...SEATS);

/** Why an account may not become what was asked for; null where it may. `phone` in the clear, after the change. */
export function changeRefusal(
  caller: Pick<Caller, 'userId'>,
  before: LockedUser,
  after: LockedUser,
  phone: string | null,
): Refusal | null {
  const raised = STANDING.find((field) => standing(before, field) !== standing(after, field));
  if (before.id === caller.userId && raised)
    return forbidden('user.own-standing', { errors: [{ path: raised, code: 'user.own-standing' }] });
  if (hasSeat(after) && after.enterpriseId === null) return wrongField('enterpriseId', 'user.enterprise-required');
  if (phone === null && !after.hasPassword) return wrongField('phone', 'user.no-way-in');
  const named = normalPhone(before.username.normalize('NFKC'));
  return named !== null && named !== phone ? wrongField('phone', 'user.username-is-phone') : null;
}

/** A platform without an administrator could never be mended from inside. `admins`: all of now, locked. */
export const adminRefusal = (
  caller: Pick<Caller, 'userId' | 'roles'>,
  admins: readonly string[],
  leaving: string,
): Refusal | null => {
  if (hasRole(caller, 'admin') && !admins.includes(caller.userId)) return forbidden('access.denied'); // shut out a moment ago
  return admins.includes(leaving) && admins.length === 1 ? conflict('user.last-admin') : null;
};

/** An enterprise without a leader could not be mended from inside. `leaders`: all of now, locked. */
export const leaderRefusal = (leaders: readonly string[], leaving: string): Refusal | null =>
  leaders.includes(leaving) && leaders.length === 1 ? conflict('user.last-manager') : null;

/** Whether an account leads this enterprise after a change, too. */
export const stillLeads = (before: Led, after: Led): boolean =>
  hasRole(after, ...LEADERS) && after.enterpriseId === before.enterpriseId;

type Led = Pick<LockedUser, 'roles' | 'enterpriseId'>;

export const notYours = (caller: Caller, user: Standing): Refusal | null =>
  mayManage(caller, user) ? null : forbidden(caller.seatWaiting ? 'user.manager-unconfirmed' : 'user.not-yours');

type Standing = Pick<LockedUser, 'roles' | 'regionCode' | 'enterpriseId'>;

/** Who is no administrator gives and takes the roles that are theirs to give, and changes names; the rest stays. */
export function managerRefusal(caller: Caller, before: LockedUser, body: ChangeUserRequest): Refusal | null {
  if (hasRole(caller, 'admin')) return null;
  if (before.id !== caller.userId && notYours(caller, before)) return notYours(caller, before);
  const reserved = (['phone', 'regionCode', 'enterpriseId', 'welderId'] as const).find(
    (field) => body[field] !== undefined,
  );
  if (reserved)
    return forbidden('user.administrator-only', { errors: [{ path: reserved, code: 'user.administrator-only' }] });
  if (body.trades !== undefined && !hasRole(caller, ...AUTHORITY)) return forbidden('user.administrator-only');
  const fault: OfferFault | null = body.roles ? roleChangeFault(caller, before, body.roles) : null;
  return fault && forbidden(fault, { errors: [{ path: 'roles', code: fault }] });
}

/** Who signs for another enterprise, or in a seat that they did not have, is confirmed anew. */
export function seatAfter(
  before: LockedUser,
  after: Pick<LockedUser, 'roles' | 'enterpriseId'>,
  by: Caller,
  at: Instant,
): Seat {
  if (!hasSeat(after)) return NO_SEAT;
  const same = hasSeat(before) && before.enterpriseId === after.enterpriseId && addsNoSeat(before.roles, after.roles);
  return same ? before.seat : seatOf(after.roles, by, at);
}

/** A colleague who knows the password could sign in another's name: the seat waits until an official saw its person again. */
export const seatKnownTo = (caller: Caller, user: User, at: Instant): Seat =>
  caller.scope.kind === 'region' || !hasRole(user, ...SEATS) ? user.seat : waitingSeat(at);
