import { randomBytes } from 'node:crypto';
import { makeCode } from '../../../src/domain/registry/code';
import { DAY } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { COUNTY } from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';
import { COLLECTED_MACHINES } from './collections';

/** Who holds which roll, and how many of its stickers are on machines. */
const ROLLS = [
  { count: 120, bound: COLLECTED_MACHINES, holder: 'grid', daysAgo: 14 },
  { count: 60, bound: 0, holder: 'grid-b', daysAgo: 6 },
  { count: 60, bound: 0, holder: null, daysAgo: 1 },
  { count: 15, bound: 0, holder: 'technician', daysAgo: 9, lost: '演示：一卷空码在路上遗失' },
] as const;

export async function insertRolls(tx: Tx, { now, ids }: DemoContext, made: DemoCounty): Promise<void> {
  const { userIds } = made;
  for (const roll of ROLLS) {
    const { count, bound, holder, daysAgo } = roll;
    const at = now - daysAgo * DAY;
    const id = ids.next(at);
    const lost = 'lost' in roll ? roll.lost : null;
    await tx.query(
      `insert into code_rolls (id, number, region_code, count, state, made_by, made_at, issued_to, issued_at, voided_by, voided_at, void_reason)
       values ($1, nextval('code_roll_numbers'), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[id, COUNTY, count, lost ? 'voided' : holder ? 'issued' : 'printed', userIds['regulator'], iso(at)],
        ...[
          holder && userIds[holder],
          holder && iso(at),
          lost && userIds['regulator'],
          lost && iso(at + 2 * DAY),
          lost,
        ],
      ],
    );
    await tx.query('update codes set roll_id = $1 where kind = $2 and entity_id = any($3)', [
      ...[id, 'machine', made.machineIds.slice(0, bound)],
    ]);
    const blank = range(count - bound).map(() => ({
      ...{ code: makeCode(randomBytes(9)), kind: 'blank', created_at: iso(at), roll_id: id },
      voided_at: lost ? iso(at + 2 * DAY) : null,
    }));
    await bulkInsert(tx, 'codes', blank);
  }
}
