import { isWithin } from '../../../kernel/region-code';
import type { Caller } from '../../../platform/auth/caller';
import { enterpriseServed } from '../../identity/caller-of-user';
import type { StoredPermit } from '../stored-permit';

/**
 * Whom a permit concerns, for work under the system's scope: officials of its region, people of its parties, who asked for
 * it, who watches, and the welders it names (a table's policy cannot ask for these without slowing every list).
 */
export function concerns(permit: StoredPermit, caller: Caller): boolean {
  const { enterpriseId, contractorId, occupierEnterpriseId, applicantId, fireWatchId, welderIds } = permit;
  const { scope, userId, welderId } = caller;
  if (userId === applicantId || userId === fireWatchId) return true;
  if (welderId !== null && welderIds.includes(welderId)) return true;
  if (scope.kind === 'region' && isWithin(permit.regionCode, scope.regionCode)) return true;
  // a technician who is also safety officer of a contractor signs for it in any region
  const served = scope.kind === 'enterprise' ? scope.enterpriseId : enterpriseServed(caller);
  return served !== null && [enterpriseId, contractorId, occupierEnterpriseId].includes(served);
}
