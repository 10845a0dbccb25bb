import { maskIdNumber } from '../../../src/domain/registry/numbers/mask';
import { DAY, HOUR } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';
import { firmName, personName } from '../invented-names';
import { inventedIdNumber, inventedPhone } from '../invented-people';

const FIRST_NAME = 2_100;
const FIRST_NUMBER = 8_200;

/** Who registered by phone: most wait for the grid worker of the village, one was sent away with a reason. */
const ASKED = [
  { kind: 'welder', hoursAgo: 1 },
  { kind: 'enterprise', hoursAgo: 4, industry: 'repair', firmKind: 'individual' },
  { kind: 'welder', hoursAgo: 7 },
  { kind: 'welder', hoursAgo: 26 },
  { kind: 'enterprise', hoursAgo: 30, industry: 'construction', firmKind: 'company' },
  { kind: 'welder', hoursAgo: 52, refusedFor: '演示：证件照片与姓名不符，请带身份证到社区核对' },
] as const;

export async function insertRegistrations(
  tx: Tx,
  { now, ids, sealer }: DemoContext,
  made: DemoCounty,
  villages: readonly string[],
): Promise<void> {
  const { userIds } = made;
  const rows = ASKED.map((asked, n) => {
    const at = now - asked.hoursAgo * HOUR;
    const phone = inventedPhone(FIRST_NUMBER + n);
    const idNumber = inventedIdNumber(FIRST_NUMBER + n);
    const firm = asked.kind === 'enterprise' ? asked : null;
    const refusedFor = 'refusedFor' in asked ? asked.refusedFor : null;
    return {
      ...{ id: ids.next(at), kind: asked.kind, state: refusedFor ? 'refused' : 'waiting' },
      ...{ region_code: villages[n], name: personName(FIRST_NAME + n), id_kind: 'resident' },
      ...{ phone_sealed: sealer.seal('user.phone', phone), phone_hash: sealer.fingerprint('user.phone', phone) },
      id_number_sealed: sealer.seal('welder.id-number', idNumber),
      id_number_hash: sealer.fingerprint('welder.id-number', idNumber),
      id_number_masked: maskIdNumber(idNumber),
      ...{ firm_name: firm && firmName(70 + n, firm.industry, firm.firmKind), firm_kind: firm && firm.firmKind },
      ...{ industry: firm && firm.industry, asked_at: iso(at), refused_for: refusedFor },
      ...{ settled_at: refusedFor && iso(at + DAY), settled_by: refusedFor && userIds['grid'] },
    };
  });
  await bulkInsert(tx, 'registrations', rows);
}
