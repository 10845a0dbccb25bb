import { isWithin } from '../../../kernel/region-code';
import type { Caller } from '../../../platform/auth/caller';
import { enterpriseServed } from '../../identity/caller-of-user';
import type { StoredPermit } from '../stored-permit';

/**
 * Whether a permit concerns the caller: an official of its region, a person of one of its parties, the applicant, the
 * watcher, or a welder whom it names. Row level security cannot ask for the named welders without slowing every list.
 * So use cases read the permit under the system's scope and ask here. `reachOf` asks the same for lists;
 * `test/property/reach` proves that both and the policies agree.
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
