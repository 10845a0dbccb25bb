import { DAY, HOUR, shanghaiDate, shanghaiMidnight } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { COUNTY } from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

const REGION_FORMS = 20;
const FIRM_FORMS = 10;

/** A night without the platform last week, and the numbered forms that were handed out ahead of it. */
export async function insertOutages(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const { userIds, enterpriseIds } = made;
  const midnight = shanghaiMidnight(shanghaiDate(now - 6 * DAY));
  const by = userIds['regulator'];
  await bulkInsert(tx, 'outages', [
    {
      ...{ id: ids.next(midnight), source: 'declared', region_code: COUNTY, reason: '演示：机房停电检修' },
      ...{ from_at: iso(midnight + HOUR), to_at: iso(midnight + 4 * HOUR), declared_by: by },
      created_at: iso(midnight + 5 * HOUR),
    },
  ]);
  const issued = now - 20 * DAY;
  const about = { region_code: COUNTY, issued_by: by, issued_at: iso(issued) };
  await bulkInsert(tx, 'paper_blocks', [
    { ...about, id: ids.next(issued), enterprise_id: null, first_number: 1, forms: REGION_FORMS },
    { ...about, id: ids.next(issued), enterprise_id: enterpriseIds[0], first_number: REGION_FORMS + 1, forms: FIRM_FORMS },
  ]);
  await tx.query(`select max(nextval('paper_numbers')) from generate_series(1, $1)`, [REGION_FORMS + FIRM_FORMS]);
} // prettier-ignore
