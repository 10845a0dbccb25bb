import { iso, isoOrNull } from '../../../kernel/rfc3339';
import type { DelegationView } from './delegation.dto';
import type { Delegation } from './delegation.store';

export const delegationView = (delegation: Delegation): DelegationView => ({
  id: delegation.id,
  fromUserId: delegation.fromUserId,
  fromName: delegation.fromName,
  toUserId: delegation.toUserId,
  toName: delegation.toName,
  enterpriseId: delegation.enterpriseId,
  from: iso(delegation.from),
  to: iso(delegation.to),
  reason: delegation.reason,
  createdAt: iso(delegation.createdAt),
  revokedAt: isoOrNull(delegation.revokedAt),
});
