import { randomBytes } from 'node:crypto';
import { DAY, HOUR } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { COUNTY } from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { personName } from '../invented-names';
import { inventedPhone } from '../invented-people';

const LASTS = 7 * DAY;
const FIRST_NAME = 2_000;

/** Whom the county and the visitor's shop invited, and what became of it. */
const INVITED = [
  { by: 'regulator', role: 'grid-worker', trades: [], hoursAgo: 3, became: 'open' },
  { by: 'regulator', role: 'inspector', trades: ['fire'], hoursAgo: 20, became: 'open' },
  { by: 'regulator', role: 'technician', trades: [], hoursAgo: 60, became: 'used' },
  { by: 'regulator', role: 'grid-worker', trades: [], hoursAgo: 80, became: 'withdrawn' },
  { by: 'enterprise', role: 'safety-officer', trades: [], hoursAgo: 5, became: 'open' },
  { by: 'enterprise', role: 'fire-watcher', trades: [], hoursAgo: 240, became: 'open' },
] as const;

export async function insertInvitations(tx: Tx, { now, ids, sealer }: DemoContext, made: DemoCounty): Promise<void> {
  const { userIds, enterpriseIds } = made;
  const rows = INVITED.map(({ by, role, trades, hoursAgo, became }, n) => {
    const at = now - hoursAgo * HOUR;
    const phone = inventedPhone(8_100 + n);
    const ownFirm = by === 'enterprise';
    return {
      ...{ id: ids.next(at), token_hash: randomBytes(32).toString('hex'), roles: [role], trades },
      ...{ phone_sealed: sealer.seal('user.phone', phone), phone_hash: sealer.fingerprint('user.phone', phone) },
      ...{ name: personName(FIRST_NAME + n), region_code: ownFirm ? '' : COUNTY },
      ...{ enterprise_id: ownFirm ? enterpriseIds[0] : null, invited_by: userIds[by] },
      ...{ created_at: iso(at), expires_at: iso(at + LASTS) },
      used_at: became === 'used' ? iso(at + HOUR) : null,
      used_by: became === 'used' ? userIds['technician'] : null,
      withdrawn_at: became === 'withdrawn' ? iso(at + HOUR) : null,
      withdrawn_by: became === 'withdrawn' ? userIds[by] : null,
    };
  });
  await bulkInsert(tx, 'invitations', rows);
}
