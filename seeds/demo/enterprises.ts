import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import * as county from './county';
import { idsFirstOnTop, iso, range, type DemoContext } from './demo-context';
import { inventedPhone } from './invented-people';

const FIRST_PHONE = 9000;

export async function insertEnterprises(tx: Tx, context: DemoContext): Promise<string[]> {
  const { now, sealer } = context;
  const ids = idsFirstOnTop(context, county.ENTERPRISES);
  const rows = range(county.ENTERPRISES).map((n) => {
    const { regionCode, contactName, name, kind, industry } = county.enterprise(n);
    return {
      ...{
        id: ids[n] ?? '',
        name,
        kind,
        uscc: county.creditCode(n),
        industry,
        region_code: regionCode,
        contact_name: contactName,
      },
      contact_phone_sealed: sealer.seal('enterprise.phone', inventedPhone(FIRST_PHONE + n)),
      ...{ status: 'active', version: 1, created_at: iso(now) },
    };
  });
  await bulkInsert(tx, 'enterprises', rows);
  return rows.map((row) => row.id);
}
