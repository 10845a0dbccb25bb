import { DAY } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';

/** Machines that nobody has photographed yet, each of another firm: a handful for whoever mends the register. */
const isOwed = (machine: number): boolean => machine > 100 && machine % 47 === 3;

/** Machines that came in by a list were photographed when somebody stood before them and confirmed their facts. */
export async function photographMachines(
  tx: Tx,
  { now }: DemoContext,
  { machineIds, userIds }: DemoCounty,
  photoId: string,
): Promise<void> {
  const seen = range(machineIds.length).filter((n) => !isOwed(n));
  await tx.query(
    `update machines m set facts_photo_id = $1, facts_confirmed_at = greatest(m.created_at, $2::timestamptz), facts_confirmed_by = p.by
     from unnest($3::text[], $4::text[]) p(id, by) where m.id = p.id`,
    [photoId, iso(now - 14 * DAY), seen.map((n) => machineIds[n]), seen.map((n) => userIds[confirmedBy(n)])],
  );
}

const confirmedBy = (machine: number): string => (county.ownerOf(machine) % 2 === 0 ? 'grid' : 'grid-b');
