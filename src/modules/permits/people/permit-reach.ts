import { isWithin } from '../../../kernel/region-code';
import type { Caller } from '../../../platform/auth/caller';
import type { StoredPermit } from '../stored-permit';

/**
 * Whom a permit concerns, for work under the system's scope: officials of its region, people of its parties, who asked for
 * it, who watches, and the welders it names (a table's policy cannot ask for these without slowing every list).
 */
export function concerns(permit: StoredPermit, { scope, userId, welderId }: Caller): boolean {
  const { enterpriseId, contractorId, occupierEnterpriseId, applicantId, fireWatchId, welderIds } = permit;
  if (userId === applicantId || userId === fireWatchId) return true;
  if (welderId !== null && welderIds.includes(welderId)) return true;
  if (scope.kind === 'region') return isWithin(permit.regionCode, scope.regionCode);
  return scope.kind === 'enterprise' && [enterpriseId, contractorId, occupierEnterpriseId].includes(scope.enterpriseId);
}
