import { DIMENSIONS, INVENTORY_KINDS, type InventoryKind } from '../../../src/domain/inventory/inventory';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { FindInventory } from '../../../src/modules/inventory/find-inventory';
import type { InventoryCounts } from '../../../src/modules/inventory/inventory.dto';
import { ReadCounts } from '../../../src/modules/inventory/read-counts';
import { RegionsReader } from '../../../src/modules/regions/regions.reader';
import type { Caller } from '../../../src/platform/auth/caller';
import { Sealer } from '../../../src/platform/database/sealer';
import { systemScope } from '../../../src/platform/database/scope';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { randomFrom, RandomHistory, REGIONS } from './random-history';

/** 3,000 in CI; `INVENTORY_CHANGES=100000` is the long run. */
const CHANGES = Number(process.env['INVENTORY_CHANGES'] ?? 3_000);
const SEED = Number(process.env['INVENTORY_SEED'] ?? 20_261_128);
const A_TRANSACTION = 25;
const AT = Date.parse('2026-11-28T04:00:00Z');
const TODAY = '2026-11-28';
jest.setTimeout(60_000 + CHANGES * 60);

const person = { id: 'U', name: '测试', regionCode: null, enterpriseId: null, welderId: null };
const official = (regionCode: string): Caller => callerOf({ ...person, roles: ['regulator'], regionCode }, null);
const manager = callerOf({ ...person, roles: ['enterprise-manager'], enterpriseId: 'E2' }, null);
const as = (caller: Caller) => ({ caller, language: 'zh-CN' as const, at: AT });

let database: TestDatabase;
let counts: ReadCounts;
let lists: FindInventory;

beforeAll(async () => {
  database = await freshDatabase();
  counts = new ReadCounts(database.uow, new RegionsReader());
  lists = new FindInventory(
    database.uow,
    new Sealer({ masterKeys: new Map([[1, Buffer.alloc(32, 1)]]), searchKey: Buffer.alloc(32, 2) }),
  );
  const history = new RandomHistory(randomFrom(SEED));
  const random = randomFrom(SEED + 1);
  await system('insert into regions (code, name, parent) select c, c, case when length(c) = 12 then left(c, 9) else left(c, 6) end from unnest($1::text[]) c where length(c) > 6 on conflict do nothing', [REGIONS]); // prettier-ignore
  await database.uow.run(systemScope('test'), (tx) => history.begin(tx));
  for (let done = 0; done < CHANGES; done += A_TRANSACTION) {
    await database.uow.run(systemScope('test'), async (tx) => {
      for (let n = 0; n < A_TRANSACTION; n += 1) await history.step(tx);
    });
    if (random() < 0.1) await system('select fold_inventory()'); // now and then, so that numbers come from both tables
  }
});
afterAll(() => database?.close());

const system = <T>(sql: string, params: readonly unknown[] = []): Promise<T[]> =>
  database.uow.run(systemScope('test'), (tx) => tx.query<T>(sql, params));

async function read(caller: Caller, kind: InventoryKind, regionCode?: string): Promise<InventoryCounts> {
  const result = await counts.execute(as(caller), { kind, ...(regionCode && { regionCode }) });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const bucket = (day: string): string =>
  `case when ${day} is null then 'none' when ${day} < '${TODAY}' then 'over' when ${day} < date '${TODAY}' + 7 then 'days-7'
     when ${day} < date '${TODAY}' + 30 then 'days-30' when ${day} < date '${TODAY}' + 90 then 'days-90' else 'later' end`;
const CHIP = `case when exists (select 1 from chip_bindings b where b.machine_id = t.id and b.unbound_at is null) then 'fitted'
  when t.control = 'code-only' then 'not-needed' else 'none' end`;
const CARD = `coalesce((select ${bucket('max(c.valid_to)')} from certificates c where c.welder_id = t.id and c.status = 'verified' having count(*) > 0),
  case when exists (select 1 from certificates c where c.welder_id = t.id and c.status = 'unverified') then 'unverified'
    when exists (select 1 from certificates c where c.welder_id = t.id) then 'void' else 'none' end)`;
/** What each dimension is, said anew of the tables of the register: nothing of the counters is asked. */
const ORACLE: Record<InventoryKind, { from: string; alive: string; of: Record<string, string> }> = {
  machine: {
    from: 'machines t left join enterprises e on e.id = t.enterprise_id',
    alive: `t.status <> 'scrapped'`,
    of: { status: 't.status', chip: CHIP, inspection: bucket('t.inspection_due_on'), process: 't.process', industry: `coalesce(e.industry, 'other')` }, // prettier-ignore
  },
  welder: {
    from: 'welders t left join enterprises e on e.id = t.enterprise_id',
    alive: 't.same_person_as is null',
    of: { status: 't.status', certificate: CARD, training: bucket('t.training_valid_to'), employment: `case when t.enterprise_id is null then 'self' else 'employed' end`, industry: `coalesce(e.industry, 'other')` }, // prettier-ignore
  },
};

async function counted(kind: InventoryKind, where: string, params: readonly unknown[]): Promise<Record<string, Record<string, number>>> {
  const { from, alive, of } = ORACLE[kind];
  const all: Record<string, Record<string, number>> = {};
  for (const [dimension, values] of Object.entries(DIMENSIONS[kind])) {
    const living = kind === 'machine' && dimension === 'status' ? 'true' : alive;
    const rows = await system<{ value: string; n: number }>(
      `select ${of[dimension]} as value, count(*)::int as n from ${from} where ${living} and ${where} group by 1`,
      params,
    );
    const found = new Map(rows.map(({ value, n }) => [value, n]));
    all[dimension] = Object.fromEntries((values as readonly string[]).map((value) => [value, found.get(value) ?? 0]));
  }
  return all;
} // prettier-ignore

describe.each(INVENTORY_KINDS)('after a random history, every number of the %ss', (kind) => {
  it.each(['41', '4110', '411003', '411003100', '411003100201', '411002'])('of region %s equals a full count', async (region) => {
    const { sum, parts } = await read(official('41'), kind, region);
    expect(sum.counts).toEqual(await counted(kind, 'starts_with(t.region_code, $1)', [region]));
    for (const part of parts.filter(({ code }) => code !== region))
      expect([part.code, part.counts]).toEqual([part.code, await counted(kind, 'starts_with(t.region_code, $1)', [part.code])]);
    const own = parts.find(({ code }) => code === region);
    if (own) expect(own.counts).toEqual(await counted(kind, 't.region_code = $1', [region]));
    if (parts.length > 0) expect(parts.reduce((all, { total }) => all + total, 0)).toBe(sum.total);
  }); // prettier-ignore

  it('adds up in each dimension', async () => {
    const { sum } = await read(official('411003'), kind);
    expect(sum.total).toBeGreaterThan(CHANGES / 50);
    for (const [dimension, values] of Object.entries(sum.counts)) {
      const of = Object.entries(values).filter(([value]) => !(dimension === 'status' && value === 'scrapped'));
      expect([dimension, of.reduce((all, [, n]) => all + n, 0)]).toEqual([dimension, sum.total]);
    }
  });

  it('of an enterprise equals a full count', async () => {
    const { sum, parts } = await read(manager, kind);
    expect(parts).toEqual([]);
    expect(sum.counts).toEqual(await counted(kind, 't.enterprise_id = $1', ['E2']));
  });

  it('leads to a list of as many', async () => {
    const { sum } = await read(official('411003100'), kind);
    for (const [dimension, values] of Object.entries(sum.counts))
      for (const [value, n] of Object.entries(values)) {
        const found = await listed(kind, official('411003100'), { [dimension]: value });
        expect([dimension, value, found.length]).toEqual([dimension, value, n]);
        expect(new Set(found).size).toBe(n);
      }
  });
});

async function listed(kind: InventoryKind, caller: Caller, filter: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...filter, limit: 100, ...(cursor && { cursor }) };
    const page = kind === 'machine' ? await lists.machines(as(caller), query) : await lists.welders(as(caller), query);
    if (!page.ok) throw new Error(JSON.stringify(page.refusal));
    ids.push(...page.value.items.map(({ id }) => id));
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

it('is the same before and after changes are added to the counters', async () => {
  await system(`update machines set status = 'repair' where id in (select id from machines order by id limit 50)`);
  const before = await Promise.all(INVENTORY_KINDS.map((kind) => read(official('411003'), kind)));
  const [waiting] = await system<{ n: number }>('select count(*)::int as n from inventory_deltas');
  expect(waiting?.n).toBeGreaterThan(0);
  await system('select fold_inventory()');
  const [left] = await system<{ n: number }>('select count(*)::int as n from inventory_deltas');
  expect(left?.n).toBe(0);
  expect(await Promise.all(INVENTORY_KINDS.map((kind) => read(official('411003'), kind)))).toEqual(before);
});

it('sees two cards of one welder that are verified at the same moment', async () => {
  await system(`insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked, region_code, code, created_at)
    values ('WX', 'x', 'x', 'WX', 'x', 'x', 'WX', 'x', '411003', 'WX', now())`);
  await system(`insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on, valid_from, valid_to, status, created_at)
    select c, 'WX', 'special-operation', 'x', c, 'x', '{fusion}', 'x', '2020-01-01', '2020-01-01', u::date, 'unverified', now()
    from (values ('CX1', '2029-01-01'), ('CX2', '2031-01-01')) v(c, u)`);
  const verify = (id: string) =>
    database.uow.run(systemScope('test'), async (tx) => {
      await tx.query(`update certificates set status = 'verified' where id = $1`, [id]);
      await tx.query('select pg_sleep(0.2)');
    });
  await Promise.all([verify('CX2'), verify('CX1')]);
  const [row] = await system<{ until: string }>(`select certificate_until as until from inventory_welders where welder_id = 'WX'`);
  expect(row?.until).toBe('2031-01-01');
}); // prettier-ignore

it('keeps each to their own: another county’s numbers are refused, and the application itself cannot read the tables', async () => {
  const foreign = await counts.execute(as(official('411002')), { kind: 'machine', regionCode: '411003' });
  expect(foreign.ok).toBe(false);
  const scope = { kind: 'region', regionCode: '411003', userId: 'U' } as const;
  await expect(
    database.uow.run(scope, (tx) => tx.query('select 1 from inventory_machines')),
  ).rejects.toThrow(/permission denied/);
}); // prettier-ignore

it('counts what an official writes who sees a part of the register only', async () => {
  const scope = { kind: 'region', regionCode: '411003', userId: 'U' } as const;
  const before = await read(official('411003'), 'machine');
  await database.uow.run(scope, (tx) =>
    tx.query(`insert into machines (id, code, model, process, control, region_code, created_at) values ('MX', 'MX', 'ZX7', 'MMA', 'cut', '411003', now())`),
  ); // prettier-ignore
  expect((await read(official('411003'), 'machine')).sum.total).toBe(before.sum.total + 1);
});
