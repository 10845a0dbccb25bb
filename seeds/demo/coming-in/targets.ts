import type { TargetKind } from '../../../src/domain/inventory/target';
import { DAY, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import { COUNTY } from '../county';
import { iso, type DemoContext, type DemoCounty } from '../demo-context';

interface Aim {
  readonly kind: TargetKind;
  readonly by: 'grid' | 'grid-b' | null;
  readonly baseline: number;
  readonly goal: number;
  readonly dueIn: number;
}

const BEGAN = 14 * DAY;
/** One nearly reached, one behind, and what each grid worker brings in. */
const AIMS: readonly Aim[] = [
  { kind: 'machines-registered', by: null, baseline: 180, goal: 360, dueIn: 14 },
  { kind: 'chips-fitted', by: null, baseline: 240, goal: 360, dueIn: 3 },
  { kind: 'machines-registered', by: 'grid', baseline: 0, goal: 80, dueIn: 14 },
  { kind: 'machines-registered', by: 'grid-b', baseline: 0, goal: 80, dueIn: 14 },
];

/** 目标: how many by when, of the county and of people. */
export async function insertTargets(tx: Tx, { now, ids }: DemoContext, { userIds }: DemoCounty): Promise<void> {
  const at = now - BEGAN;
  const rows = AIMS.map(({ kind, by, baseline, goal, dueIn }) => ({
    ...{ id: ids.next(at), kind, region_code: COUNTY, user_id: by && userIds[by], goal, baseline },
    ...{ start_on: shanghaiDate(at), due_on: shanghaiDate(now + dueIn * DAY) },
    ...{ made_by: userIds['regulator'], made_at: iso(at) },
  }));
  await bulkInsert(tx, 'targets', rows);
}
