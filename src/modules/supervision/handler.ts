import { AUTHORITY, hasRole, SUPERVISORS } from '../../domain/people/roles';
import type { Handler, ViolationSnapshot } from '../../domain/violations/violation-life-cycle';
import type { Caller } from '../../platform/auth/caller';

/** Somebody as the life cycle's guards see them. */
const handlerOf = (caller: Caller): Handler => ({
  userId: caller.userId,
  official: hasRole(caller, ...SUPERVISORS),
  regulator: hasRole(caller, ...AUTHORITY),
  enterpriseId: caller.enterpriseId,
});

export const snapshotFor = <V extends Omit<ViolationSnapshot, 'by'>>(violation: V, caller: Caller) => ({
  ...violation,
  by: handlerOf(caller),
});
