import type { Handler, ViolationSnapshot } from '../../domain/violations/violation-life-cycle';
import type { Caller } from '../../platform/auth/caller';
import type { Role } from '../identity/permissions';
import type { ViolationRecord } from './violation.store';

/** Those who supervise, as the life cycle's guards see them. */
const SUPERVISES: readonly (Role | 'admin')[] = ['admin', 'regulator', 'inspector', 'grid-worker'];

const handlerOf = ({ userId, roles, enterpriseId }: Caller): Handler => ({
  userId,
  official: roles.some((role) => (SUPERVISES as readonly string[]).includes(role)),
  enterpriseId,
});

export const snapshotFor = (
  violation: Pick<ViolationRecord, 'state' | 'enterpriseId' | 'assignedTo' | 'rectifiers'>,
  caller: Caller,
): ViolationSnapshot => ({
  state: violation.state,
  enterpriseId: violation.enterpriseId,
  assignedTo: violation.assignedTo,
  rectifiers: violation.rectifiers,
  by: handlerOf(caller),
});
