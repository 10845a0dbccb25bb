import { dueBy } from '../../../domain/permits/what-time-brings';
import { MINUTE, type Instant } from '../../../kernel/time';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitLoader } from '../../permits/permit-loader';
import { permitsDueSoon } from './permits-due.view';
import type { Telling } from './write-notices';

/** So long before a gas test ends somebody has time to take another. */
const LEAD = 10 * MINUTE;

/** Gas tests of running work that end soon: watcher and applicant are told. When a test ends is the permit's rule, so the domain is asked. */
export async function endingGasTests(tx: Tx, permits: PermitLoader, at: Instant): Promise<Telling[]> {
  const told: Telling[] = [];
  for (const { id } of await permitsDueSoon(tx, at, at + LEAD)) {
    const loaded = await permits.find(tx, id, at);
    const due = loaded && dueBy(loaded.permit, loaded.rules, at + LEAD).find(({ what }) => what === 'gas-test-missed');
    if (!loaded || !due) continue;
    const { fireWatchId, applicantId, number } = loaded.permit;
    const userIds = [applicantId, ...(fireWatchId === null ? [] : [fireWatchId])];
    const params = { number: number ?? '', until: due.at - 1 };
    told.push({
      ...{ key: `gas:${id}:${due.at}`, entity: 'permit', entityId: id },
      notices: [{ kind: 'gas-test-due', params, to: { userIds } }],
    });
  }
  return told;
}
