import { geoCell } from '../../../src/domain/collection/keys';
import { DAY, HOUR, MINUTE, SECOND, shanghaiDate, shanghaiMidnight, type Instant } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';

/** What was collected on the spot; the rest came in by lists. */
export const COLLECTED_MACHINES = 84;
const COLLECTED_WELDERS = 36;
const COLLECTED_FIRMS = 12;
/** Found a second time by somebody else: one record, both credited. */
const FOUND_TWICE = 5;
const DAYS = 9;
const COLLECTORS = ['grid', 'grid-b', 'grid', 'technician'] as const;

interface Subject {
  readonly kind: 'machine' | 'welder' | 'enterprise';
  readonly entityId: string | undefined;
  readonly enterprise: number;
  readonly again?: true;
}

export async function insertCollections(
  tx: Tx,
  { now, ids }: DemoContext,
  { machineIds, welderIds, enterpriseIds, userIds }: DemoCounty,
  photoId: string,
): Promise<void> {
  const machine = (n: number): Subject => ({
    ...{ kind: 'machine', entityId: machineIds[n], enterprise: county.ownerOf(n) },
  });
  const subjects: Subject[] = [
    ...range(COLLECTED_FIRMS).map((n): Subject => ({ kind: 'enterprise', entityId: enterpriseIds[n], enterprise: n })),
    ...range(COLLECTED_MACHINES).map(machine),
    ...range(COLLECTED_WELDERS).map((n): Subject => {
      return { kind: 'welder', entityId: welderIds[n], enterprise: county.enterpriseOf(n, county.WELDERS) };
    }),
    ...range(FOUND_TWICE).map((n): Subject => ({ ...machine(n * 9), again: true })),
  ];
  const rows = subjects.map(({ kind, entityId, enterprise, again }, n) => {
    const at = collectedAt(now, n, subjects.length);
    const site = county.siteOf(enterprise);
    const who = again ? 'grid-b' : COLLECTORS[n % COLLECTORS.length];
    return {
      ...{ id: ids.next(at), device_number: `demo-collected-${n}`, kind, state: 'done', entity_id: entityId },
      ...{ collected_by: userIds[who ?? 'grid'], region_code: county.enterprise(enterprise).regionCode },
      ...{ duplicate_of: again ? entityId : null, reasons: again ? ['serial'] : [], photo_ids: [photoId] },
      ...{ collected_at: iso(at), received_at: iso(at + 3 * SECOND), nameplate: kind === 'machine' ? 'photo' : null },
      ...{ ...site, accuracy_m: 8 + (n % 12), geo_cell: geoCell(site) },
      ...{ duration_ms: (48 + ((n * 17) % 60)) * SECOND, taps: 7 + (n % 5), typed_fields: kind === 'machine' ? 2 : 4 },
    };
  });
  await bulkInsert(tx, 'collections', rows);
}

/** Between nine and five on the days before, and nothing later than now. */
function collectedAt(now: Instant, n: number, of: number): Instant {
  const day = DAYS - Math.floor((n * DAYS) / of);
  return shanghaiMidnight(shanghaiDate(now)) - day * DAY + 9 * HOUR + ((n * 37) % 480) * MINUTE;
}
