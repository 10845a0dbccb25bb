import { nextGridCode, type GridDuty } from '../../../src/domain/regions/grid';
import type { Ring } from '../../../src/domain/sites/site-area';
import { DAY, shanghaiDate } from '../../../src/kernel/time';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { bulkInsert } from '../bulk-insert';
import * as county from '../county';
import { iso, range, type DemoContext, type DemoCounty } from '../demo-context';

/** The first enterprises lie in as many different towns: each town has a grid around one of them. */
const GRIDS = 18;
/** Half the distance between two neighbouring sites, in degrees of latitude. */
const REACH = 0.005;
const CORNERS = 6;
const SERVING_SINCE = 60 * DAY;
const DUTIES = '每周巡查动火作业一次，登记新来的焊机和焊工，劝阻无证作业（演示）';

interface Post {
  readonly user: 'grid' | 'grid-b';
  readonly duty: GridDuty;
  readonly from: number;
  readonly until: number | null;
}

/** The two grid workers lead every other grid; here one took over from the other, there one stands in for some days. */
function postsOf(n: number): Post[] {
  const [user, other] = n % 2 === 0 ? (['grid', 'grid-b'] as const) : (['grid-b', 'grid'] as const);
  if (n === 5)
    return [
      { user: other, duty: 'leader', from: -60, until: -9 },
      { user, duty: 'leader', from: -9, until: null },
    ];
  const leader: Post = { user, duty: 'leader', from: -60, until: null };
  if (n === 3) return [leader, { user: other, duty: 'stand-in', from: 0, until: 8 }];
  return n % 6 === 0 ? [leader, { user: other, duty: 'worker', from: -30, until: null }] : [leader];
}

/** Six corners around the site, the first one again at the end. */
function outlineAround(n: number): Ring {
  const { lat, lng } = county.siteOf(n);
  return range(CORNERS + 1).map((corner) => {
    const angle = ((corner % CORNERS) * 2 * Math.PI) / CORNERS;
    const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
    return [round(lng + 1.2 * REACH * Math.cos(angle)), round(lat + REACH * Math.sin(angle))];
  });
}

/** 网格: one in each town, with the people who look after it. Answers the village of each, for what waits there. */
export async function insertGrids(tx: Tx, { now, ids }: DemoContext, { userIds }: DemoCounty): Promise<string[]> {
  const towns = range(GRIDS).map((n) => county.enterprise(n).regionCode);
  const villages = await firstVillages(tx, towns);
  const at = now - SERVING_SINCE;
  const day = (offset: number): string => shanghaiDate(now + offset * DAY);
  const grids = villages.map(({ code: region_code, name }, n) => ({
    ...{ code: nextGridCode(region_code, null) ?? '', region_code, name: `${shortName(name)}第一网格（演示）` },
    ...{ duties: DUTIES, outline: outlineAround(n), made_by: userIds['regulator'], made_at: iso(at), version: 1 },
  }));
  await bulkInsert(tx, 'grids', grids);
  const posts = grids.flatMap(({ code, region_code }, n) =>
    postsOf(n).map(({ user, duty, from, until }) => ({
      ...{ id: ids.next(at), grid_code: code, region_code, user_id: userIds[user], duty, from_on: day(from) },
      ...{ until_on: until === null ? null : day(until), appointed_by: userIds['regulator'], appointed_at: iso(at) },
    })),
  );
  await bulkInsert(tx, 'grid_people', posts);
  return villages.map(({ code }) => code);
}

interface Village {
  readonly code: string;
  readonly name: string;
}

/** Of each town its first village, in the order of the towns. */
const firstVillages = (tx: Tx, towns: readonly string[]): Promise<Village[]> =>
  tx.query<Village>(
    `select v.code, v.name from unnest($1::text[]) with ordinality t(code, nth),
       lateral (select r.code, r.name from regions r where r.parent = t.code order by r.code limit 1) v order by t.nth`,
    [towns],
  );

const shortName = (village: string): string => village.replace(/(居民|村民)?委员会$|(社区)?居委会$|村委会$/, '');
