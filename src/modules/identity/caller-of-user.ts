import { hasRole, OF_A_REGION, OF_AN_ENTERPRISE } from '../../domain/people/roles';
import type { Caller } from '../../platform/auth/caller';
import type { Scope } from '../../platform/database/scope';

/** A user as far as others need to know one. */
export interface UserFacts {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly regionCode: string | null;
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
  /** Signs for an enterprise, and no official has confirmed who they are. */
  readonly seatWaiting?: boolean;
}

/**
 * Whose rows a user sees: the widest that any of their roles gives. An official without a region, or a manager without
 * an enterprise, is a person among persons: a missing link never widens a view.
 */
export function scopeOf(user: UserFacts): Scope {
  if (hasRole(user, 'admin')) return { kind: 'region', regionCode: '', userId: user.id };
  if (hasRole(user, ...OF_A_REGION) && user.regionCode)
    return { kind: 'region', regionCode: user.regionCode, userId: user.id };
  const enterpriseId = enterpriseServed(user);
  if (enterpriseId) return { kind: 'enterprise', enterpriseId, userId: user.id };
  return { kind: 'person', userId: user.id, welderId: user.welderId };
}

/** The enterprise that somebody acts for. A welder or an official may belong to one and acts for themselves, or for the region. */
export const enterpriseServed = ({ roles, enterpriseId }: Pick<UserFacts, 'roles' | 'enterpriseId'>): string | null =>
  OF_AN_ENTERPRISE.some((role) => roles.includes(role)) ? enterpriseId : null;

/** The region an official is in charge of. Others have one too, that of their enterprise or card, and are in charge of nothing. */
export const regionInCharge = (user: UserFacts): string | null =>
  scopeOf(user).kind === 'region' ? user.regionCode : null;

/** The sign-in that somebody comes with, and the device it happened at. */
export type SignIn = Pick<Caller, 'sessionId' | 'deviceHash' | 'mustChangePassword' | 'secondFactorDue'>;

export const callerOf = (user: UserFacts, address: string | null, signIn: SignIn = {}): Caller => ({
  userId: user.id,
  name: user.name,
  roles: user.roles,
  scope: scopeOf(user),
  regionCode: user.regionCode,
  enterpriseId: user.enterpriseId,
  welderId: user.welderId,
  ...(user.seatWaiting && { seatWaiting: true }),
  address,
  ...signIn,
});
