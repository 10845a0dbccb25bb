import type { Industry } from './industries';
import type { SiteFacts } from '../../src/domain/sites/site';
import { boundsOf } from '../../src/domain/sites/site-area';
import { DAY, HOUR } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { hasFixedPlace } from './cast';
import * as county from './county';
import { iso, range, type DemoContext, type DemoCounty } from './demo-context';

const FIXED_PLACE_RADIUS_M = 150;

/** Two of three enterprises have an approved fixed place at their site: jobs there need no permit, so there is work on any day. By enterprise. */
export async function insertDesignatedAreas(
  tx: Tx,
  { now, ids }: DemoContext,
  enterpriseIds: readonly string[],
): Promise<ReadonlyMap<number, string>> {
  const areas = range(county.ENTERPRISES)
    .filter(hasFixedPlace)
    .map((n) => ({ n, id: ids.next(now) }));
  const rows = areas.map(({ n, id }) => ({
    id,
    name: `${county.enterprise(n).shortName}固定作业点`,
    enterprise_id: enterpriseIds[n],
    region_code: county.enterprise(n).regionCode,
    ...county.siteOf(n),
    radius_m: FIXED_PLACE_RADIUS_M,
    valid_from: iso(now - 30 * DAY),
    created_at: iso(now - 30 * DAY),
  }));
  await bulkInsert(tx, 'designated_areas', rows);
  return new Map(areas.map(({ n, id }) => [n, id]));
}

const SITE_RADIUS_M = 150;

/** Plants and building sites are always confirmed; of the other enterprises each third still waits for an official. */
const isConfirmed = (n: number): boolean =>
  n % 3 !== 1 || ['chemical', 'construction'].includes(county.enterprise(n).industry);

type Told = Pick<SiteFacts, 'kinds' | 'openingHours'>;
/** Enterprises take turns among so many trades. */
const TRADES = 8;
const NOTHING_TOLD: Told = { kinds: [], openingHours: null };

/** What the public visits, by trade. */
const VISITED: Partial<Readonly<Record<Industry, readonly Told[]>>> = {
  commerce: [{ kinds: ['crowded', 'small-venue'], openingHours: { from: '08:30', to: '21:30' } }],
  catering: [{ kinds: ['small-venue', 'live-in-business'], openingHours: { from: '10:00', to: '22:00' } }],
  public: [
    { kinds: ['crowded', 'public-assembly'], openingHours: { from: '09:00', to: '18:00' } },
    { kinds: ['public-entertainment'], openingHours: { from: '13:00', to: '02:00' } },
  ],
};

/** Kinds and hours of a place that opens to the public, where work goes on in a fixed place: permits of the others stay as they are. */
function toldOf(n: number): Told {
  const visited = VISITED[county.enterprise(n).industry];
  return (hasFixedPlace(n) ? visited?.[Math.floor(n / TRADES) % visited.length] : undefined) ?? NOTHING_TOLD;
}

/** A site for each enterprise, where its permits are asked for. */
export async function insertSites(
  tx: Tx,
  { now, ids }: DemoContext,
  { enterpriseIds, userIds }: Pick<DemoCounty, 'enterpriseIds' | 'userIds'>,
): Promise<void> {
  const rows = range(county.ENTERPRISES).map((n) => {
    const { shortName, industry, regionCode } = county.enterprise(n);
    const circle = { ...county.siteOf(n), radiusM: SITE_RADIUS_M };
    const facts: SiteFacts = { trade: industry, area: { circle }, ...toldOf(n) };
    const confirmed = isConfirmed(n);
    return {
      id: ids.next(now),
      name: `${shortName}场地`,
      enterprise_id: enterpriseIds[n],
      region_code: regionCode,
      entered: facts,
      confirmed: confirmed ? facts : null,
      state: confirmed ? 'confirmed' : 'entered',
      awaits_confirmation: !confirmed,
      ...boundsOf(facts.area),
      entered_by: userIds['enterprise'],
      confirmed_by: confirmed ? userIds['regulator'] : null,
      confirmed_at: confirmed ? iso(now - 20 * DAY) : null,
      version: confirmed ? 2 : 1,
      created_at: iso(now - 30 * DAY),
    };
  });
  await bulkInsert(tx, 'sites', rows);
}

/** The county enforces chips and place; other topics keep the platform's cautious defaults. */
const MODES = [
  { region_code: county.COUNTY, topic: 'chip', mode: 'enforce' },
  { region_code: county.COUNTY, topic: 'position', mode: 'enforce' },
  { region_code: county.COUNTY, topic: 'inspection', mode: 'warn' },
  { region_code: county.COUNTY, topic: 'training', mode: 'warn' },
  // Whoever tries the demo sits at a desk far away, and his browser may tell where.
  { region_code: county.VISITORS_TOWN, topic: 'position', mode: 'warn' },
] as const;

export const insertRollOut = (tx: Tx, { now, ids }: DemoContext): Promise<void> =>
  bulkInsert(
    tx,
    'roll_out_modes',
    MODES.map((mode) => ({ id: ids.next(now), ...mode, valid_from: iso(now - DAY) })),
  );

const QUIET_TOWN = '411003208';

/** Declared ahead, in a town where nobody works by permit: it shows how levels are raised without stopping the county. */
export async function insertSpecialPeriod(tx: Tx, { now, ids }: DemoContext, regulatorId: string): Promise<void> {
  const row = {
    id: ids.next(now),
    region_code: QUIET_TOWN,
    name: '演示重点时段：消防安全宣传周',
    valid_from: iso(now + 2 * DAY),
    valid_to: iso(now + 5 * DAY + 12 * HOUR),
    declared_by: regulatorId,
  };
  await bulkInsert(tx, 'special_periods', [row]);
}
