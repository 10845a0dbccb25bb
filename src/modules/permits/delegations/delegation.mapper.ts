import type { DelegationView } from './delegation.dto';
import type { Delegation } from './delegation.store';
import { isoTime, isoTimeOrNull } from '../../../kernel/time';

export const delegationView = (delegation: Delegation): DelegationView => ({
  id: delegation.id,
  fromUserId: delegation.fromUserId,
  fromName: delegation.fromName,
  toUserId: delegation.toUserId,
  toName: delegation.toName,
  enterpriseId: delegation.enterpriseId,
  from: isoTime(delegation.from),
  to: isoTime(delegation.to),
  reason: delegation.reason,
  createdAt: isoTime(delegation.createdAt),
  revokedAt: isoTimeOrNull(delegation.revokedAt),
});
