import type { Trade } from '../../src/domain/people/trades';
import { DAY } from '../../src/kernel/time';
import type { Tx } from '../../src/platform/database/unit-of-work';
import { bulkInsert } from './bulk-insert';
import { PLAYERS, VISITOR } from './cast';
import { COUNTY, enterprise, ENTERPRISES, WELDERS, welderName } from './county';
import { iso, range, type DemoContext } from './demo-context';
import { personName } from './invented-names';

/** Accounts were there before anything was registered. */
const STAFF_SINCE = 70 * DAY;

type Staff = readonly [username: string, name: string, role: string];

/** The people of each enterprise. Those of the first have plain user names, for the visitor. */
const STAFF: readonly Staff[] = [
  ['enterprise', '演示企业负责人', 'enterprise-manager'],
  ['safety', '演示安全员', 'safety-officer'],
  ['leader', '演示企业领导', 'enterprise-head'],
  ['firewatch', '演示监护人', 'fire-watcher'],
];

/** Building sites and plants: who asks for the work there, because the head of the unit signs first. */
const FOREMAN: Staff = ['foreman', '演示班组长', 'enterprise-manager'];
const HAS_FOREMAN = ['construction', 'chemical'];

/** One watcher, one point: the first shop has several points at once, and `firewatch` is the visitor's. */
const MORE_WATCHERS: readonly Staff[] = [
  ['firewatch-b', '演示监护人乙', 'fire-watcher'],
  ['firewatch-c', '演示监护人丙', 'fire-watcher'],
  ['firewatch-d', '演示监护人丁', 'fire-watcher'],
  ['firewatch-e', '演示监护人戊', 'fire-watcher'],
];

const OFFICIALS: readonly Staff[] = [
  ['regulator', '演示监管人员', 'regulator'],
  ['inspector', '演示执法人员', 'inspector'],
  ['grid', '演示网格员', 'grid-worker'],
  ['tips', '演示举报受理员', 'tip-officer'],
  ['technician', '演示安装人员', 'technician'],
  ['trainer', '演示培训老师', 'trainer'],
  ['inspector-b', '演示执法人员乙', 'inspector'],
  ['inspector-c', '演示执法人员丙', 'inspector'],
  ['inspector-d', '演示执法人员丁', 'inspector'],
  ['grid-b', '演示网格员乙', 'grid-worker'],
];

/** Those of the officials who are played; the plain names are the visitor's. */
export const PLAYED_OFFICIALS = { supervisor: 'inspector-b', reviewer: 'grid-b' } as const;

export const staffUsername = (role: string, enterprise: number): string =>
  enterprise === 0 ? role : `${role}-${String(enterprise + 1).padStart(3, '0')}`;

const MORE: readonly Staff[] = [...STAFF, FOREMAN, ...MORE_WATCHERS, ...OFFICIALS];

/** Of which department they are: cases and registrations go from one to another. */
const TRADES_OF: Readonly<Record<string, readonly Trade[]>> = {
  regulator: ['emergency'],
  inspector: ['emergency'],
  'inspector-b': ['fire'],
  'inspector-c': ['housing'],
  'inspector-d': ['market'],
};

/** The first of them in the list of invented names, after welders and contacts. */
const FIRST_OF_STAFF = WELDERS + ENTERPRISES;

/** As it is printed: the visitor's people by what they do, those of other enterprises by an invented name. */
export function staffName(username: string): string {
  const [, role = username, number] = /^(.+?)(?:-(\d{3}))?$/.exec(username) ?? [];
  const place = MORE.findIndex(([known]) => known === role);
  if (number === undefined) return MORE[place]?.[1] ?? username;
  return personName(FIRST_OF_STAFF + place * ENTERPRISES + Number(number));
}

/** Everyone with an account; all share one password. Answers their ids by user name. */
export async function insertUsers(
  tx: Tx,
  { now, ids, passwordHash }: DemoContext,
  enterpriseIds: readonly string[],
  welderIds: readonly string[],
): Promise<Record<string, string>> {
  const user = ([username, name, role]: Staff, links: Record<string, unknown>) => ({
    ...{
      id: ids.next(now),
      username,
      name,
      password_hash: passwordHash,
      roles: [role],
      created_at: iso(now - STAFF_SINCE),
    },
    ...{ region_code: null, enterprise_id: null, welder_id: null, trades: [] as readonly Trade[], ...links },
  });
  const staff = range(ENTERPRISES).flatMap((n) =>
    [...STAFF, ...(HAS_FOREMAN.includes(enterprise(n).industry) ? [FOREMAN] : [])].map(([kind, , role]) => {
      const username = staffUsername(kind, n);
      return user([username, staffName(username), role], { enterprise_id: enterpriseIds[n] });
    }),
  );
  const welders = [{ ...VISITOR, enterprise: 0 }, ...PLAYERS].map(({ username, welder, enterprise: employer }) =>
    user([username, welderName(welder), 'welder'], {
      welder_id: welderIds[welder],
      enterprise_id: enterpriseIds[employer],
    }),
  );
  const rows = [
    ...OFFICIALS.map((official) => user(official, { region_code: COUNTY, trades: TRADES_OF[official[0]] ?? [] })),
    ...staff,
    ...MORE_WATCHERS.map((watcher) => user(watcher, { enterprise_id: enterpriseIds[0] })),
    ...welders,
  ];
  await bulkInsert(tx, 'users', rows);
  return Object.fromEntries(rows.map((row) => [row.username, row.id]));
}
