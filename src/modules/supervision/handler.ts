import type { Handler, ViolationSnapshot } from '../../domain/violations/violation-life-cycle';
import type { Caller } from '../../platform/auth/caller';
import type { Role } from '../identity/permissions';

/** Those who supervise, as the life cycle's guards see them. */
const SUPERVISES: readonly (Role | 'admin')[] = ['admin', 'regulator', 'inspector', 'grid-worker'];

const handlerOf = ({ userId, roles, enterpriseId }: Caller): Handler => ({
  userId,
  official: roles.some((role) => (SUPERVISES as readonly string[]).includes(role)),
  regulator: roles.some((role) => role === 'admin' || role === 'regulator'),
  enterpriseId,
});

export const snapshotFor = <V extends Omit<ViolationSnapshot, 'by'>>(violation: V, caller: Caller) => ({
  ...violation,
  by: handlerOf(caller),
});
