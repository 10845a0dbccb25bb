import 'reflect-metadata';
import { type Client } from 'pg';
import type { Caller } from '../../src/platform/auth/caller';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { Sealer } from '../../src/platform/database/sealer';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { FindInventory } from '../../src/modules/inventory/find-inventory';
import { ReadCounts } from '../../src/modules/inventory/read-counts';
import { RegionsReader } from '../../src/modules/regions/regions.reader';
import { callerOf } from '../../src/modules/identity/caller-of-user';
import { DataSource } from 'typeorm';
import type { Bench } from '../kit/bench';
import { openBenchDatabase } from '../kit/bench-database';
import { insertBulkRegister } from './bulk-register';
import { measure, seeded, type Measured } from '../kit/measure';
import type { Figure } from '../kit/report';
import { MILLION, whole } from '../kit/rounds';

const CLIENTS = 8;
const CALLS = 400;
const FULL_COUNTS = 5;

/** Lists and counts of the register at a desk of the county, of a town and of a village. */
export const inventory: Bench = async ({ rows, say }) => {
  const database = await openBenchDatabase();
  const { client, url } = database;
  let dataSource: DataSource | undefined;
  try {
    await insertBulkRegister(client, { rows, say });
    dataSource = await new DataSource(dataSourceOptions({ url, poolSize: CLIENTS, statementTimeoutMs: 60_000 })).initialize();
    const measured = await asked(new UnitOfWork(dataSource), client, say);
    return {
      name: 'inventory',
      work: `${rows} machines and ${rows} welders with a card each in one county, in ${await villages(client)} villages; ${CLIENTS} people at a time.`,
      aim: 'lists of 10⁶ machines and welders p99 ≤ 100 ms.',
      figures: [slowest('lists', measured.slice(0, -3), rows), slowest('counts', measured.slice(-3, -1), rows)],
      measured,
      notes: [
        'Each call is the use case with its transaction, without HTTP; a list shows 50 rows with names.',
        '“full count” is what one page of counts would cost without counters: machines of the county by chip, as the database’s owner.',
        'The database and the caller share the machine.',
      ],
    };
  } finally {
    await dataSource?.destroy();
    await database.close();
  }
}; // prettier-ignore

function slowest(what: string, measured: readonly Measured[], rows: number): Figure {
  const p99 = Math.max(...measured.map((one) => one.p99));
  return {
    name: `${what} of ${whole(rows)} machines and welders, the slowest, p99`,
    aim: '≤ 100 ms',
    measured: `${whole(p99)} ms`,
    met: p99 <= 100 && rows >= MILLION,
  };
}

const villages = async (client: Client): Promise<number> =>
  (await client.query<{ n: number }>(`select count(distinct region_code)::int as n from inventory_machines`)).rows[0]
    ?.n ?? 0;

async function asked(uow: UnitOfWork, client: Client, say: (line: string) => void): Promise<Measured[]> {
  const random = seeded(7);
  const at = Date.now();
  const person = { id: 'U', name: '测试', regionCode: '411003', enterpriseId: null, welderId: null };
  const caller: Caller = callerOf({ ...person, roles: ['regulator'] }, null);
  const as = { caller, at, language: 'zh-CN' as const };
  const lists = new FindInventory(
    uow,
    new Sealer({ masterKeys: new Map([[1, Buffer.alloc(32, 1)]]), searchKey: Buffer.alloc(32, 2) }),
  );
  const counts = new ReadCounts(uow, new RegionsReader());
  const codes = (await client.query<{ code: string }>(`select distinct region_code as code from inventory_machines order by 1`)).rows; // prettier-ignore
  const village = (): string => codes[Math.floor(random() * codes.length)]!.code;
  const cursor = (letter: string): string => `${village()}~${letter}`;
  const page = { limit: 50 };
  const timed = async (name: string, calls: number, call: () => Promise<unknown>): Promise<Measured> => {
    say(name);
    return measure(name, { calls, clients: CLIENTS }, call);
  };
  return [
    await timed('machines of the county, any page', CALLS, () => lists.machines(as, { ...page, cursor: cursor('M') })),
    await timed('machines of a village', CALLS, () => lists.machines(as, { ...page, regionCode: village() })),
    await timed('machines without chip, any page', CALLS, () => lists.machines(as, { ...page, chip: 'none', cursor: cursor('M') })),
    await timed('machines lost (1 in 1,000)', CALLS, () => lists.machines(as, { ...page, status: 'lost' })),
    await timed('machines overdue, of a town', CALLS, () => lists.machines(as, { ...page, inspection: 'over', regionCode: village().slice(0, 9) })),
    await timed('machines due within 7 days, laser, chemical', CALLS, () => lists.machines(as, { ...page, dueWithin: 7, process: 'LASER', industry: 'chemical' })),
    await timed('lasers of chemical plants, of which there are none', CALLS, () => lists.machines(as, { ...page, process: 'LASER', industry: 'chemical' })),
    await timed('lasers due in 31 to 90 days', CALLS, () => lists.machines(as, { ...page, process: 'LASER', inspection: 'days-90' })),
    await timed('machines by serial number', CALLS, () => lists.machines(as, { ...page, q: `SN${Math.floor(random() * 1e6)}` })),
    await timed('welders of the county, any page', CALLS, () => lists.welders(as, { ...page, cursor: cursor('W') })),
    await timed('welders not checked, any page', CALLS, () => lists.welders(as, { ...page, certificate: 'unverified', cursor: cursor('W') })),
    await timed('welders whose card ends within 30 days', CALLS, () => lists.welders(as, { ...page, dueWithin: 30, cursor: cursor('W') })),
    await timed('self-employed welders whose training lapsed, of whom there are none', CALLS, () => lists.welders(as, { ...page, training: 'over', employment: 'self' })),
    await timed('counts of the county and its towns', CALLS, () => counts.execute(as, { kind: 'machine' })),
    await timed('counts of a town and its villages', CALLS, () => counts.execute(as, { kind: 'welder', regionCode: village().slice(0, 9) })),
    await measure('full count', { calls: FULL_COUNTS, clients: 1 }, () =>
      client.query(`select left(m.region_code, 9), b.machine_id is not null, count(*) from machines m
        left join chip_bindings b on b.machine_id = m.id and b.unbound_at is null
        where m.status <> 'scrapped' and m.region_code >= '411003' and m.region_code < '411003:' group by 1, 2`)),
  ]; // prettier-ignore
}
