import { GIVEN_BY_AUTHORITY, GIVEN_BY_LEADERS, LEADERS, ROLES } from '@domain/people/roles';
import { isAny } from '@/api/session';
import type { Role } from '@/api/users';

/** The roles that whoever is signed in may give; where, the platform decides. */
export function givableRoles(): readonly Role[] {
  if (isAny('admin')) return ROLES;
  const given = [...(isAny('regulator') ? GIVEN_BY_AUTHORITY : []), ...(isAny(...LEADERS) ? GIVEN_BY_LEADERS : [])];
  return [...new Set(given)];
}
