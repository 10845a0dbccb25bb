import { Client } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import { dataSourceOptions } from '../../../src/platform/database/data-source';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { emptyCopy, freshDatabase, type TestDatabase } from '../../support/database';

const SYSTEM = systemScope('test');
const OFFICIAL: Scope = { kind: 'region', regionCode: '411003', userId: 'U' };

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.close());

const add = `insert into idempotency_keys (user_id, key, request_hash, created_at) values ('U', $1, 'x', now())`;
const kept = async (): Promise<unknown[]> =>
  (await db.uow.run(SYSTEM, (tx) => tx.query<{ key: string }>('select key from idempotency_keys order by key'))).map(
    ({ key }) => key,
  );

beforeEach(() => db.uow.run(SYSTEM, (tx) => tx.send('delete from idempotency_keys')));

it.each([
  ['the system', SYSTEM, 'hanan_system'],
  ['people', OFFICIAL, 'hanan_app'],
])('works as a role that owns nothing: %s', async (_, scope, role) => {
  const rows = await db.uow.run(scope, (tx) => tx.query('select current_user as u, count(*)::int as n from permits'));
  expect(rows).toEqual([{ u: role, n: 0 }]);
});

it('answers questions that travel together each with its own rows', async () => {
  const rows = await db.uow.run(SYSTEM, (tx) =>
    Promise.all([1, 2, 3].map((n) => tx.prepared<{ n: number }>('select $1::int as n', [n]))),
  );
  expect(rows.flat().map(({ n }) => n)).toEqual([1, 2, 3]);
});

it('plans a hot statement once, and the ones after it as usual', async () => {
  const mode = `select current_setting('plan_cache_mode') as mode, $1::text as given`;
  const [first, second, plans] = await db.uow.run(SYSTEM, async (tx) => [
    await tx.planned(mode, ['a']),
    await tx.query(mode, ['b']),
    await tx.query(
      'select generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where statement = $1',
      [mode],
    ),
  ]);
  expect([first, second]).toEqual([[{ mode: 'force_generic_plan', given: 'a' }], [{ mode: 'auto', given: 'b' }]]);
  expect(plans).toEqual([{ generic: 1, custom: 0 }]);
});

it('lets a statement that nobody waits for take its turn', async () => {
  await db.uow.run(SYSTEM, async (tx) => {
    tx.send(add, ['a']);
    expect(await tx.query('select key from idempotency_keys')).toEqual([{ key: 'a' }]);
    tx.send(add, ['b']);
  });
  expect(await kept()).toEqual(['a', 'b']);
});

it('nothing runs outside a transaction because its opening failed: PostgreSQL holds the block as failed', async () => {
  const client = new Client({ connectionString: db.url, pipeline: true });
  await client.connect();
  const opening = client.query('begin; set local role nobody_of_that_name; select 1');
  const next = client.query(
    `insert into idempotency_keys (user_id, key, request_hash, created_at) values ('U', 'x', 'x', now())`,
  );
  const end = client.query('commit');
  await expect(opening).rejects.toMatchObject({ code: '22023' });
  await expect(next).rejects.toMatchObject({ code: '25P02' });
  expect((await end).command).toBe('ROLLBACK');
  await client.end();
  expect(await kept()).toEqual([]);
});

describe('a statement that fails', () => {
  it('takes all with it though nobody waited for it, and is what is told', async () => {
    const work = db.uow.run(SYSTEM, (tx) => {
      tx.send(add, ['a']);
      tx.send(add, ['a']);
      tx.send(add, ['b']);
    });
    await expect(work).rejects.toMatchObject({ code: '23505', constraint: 'idempotency_keys_pkey' });
    expect(await kept()).toEqual([]);
  });

  it('is told instead of what failed because of it', async () => {
    const work = db.uow.run(SYSTEM, async (tx) => {
      tx.send(add, ['a']);
      tx.send(add, ['a']);
      await tx.query('select 1');
    });
    await expect(work).rejects.toMatchObject({ code: '23505' });
  });

  it('is no commit, though its fault was swallowed', async () => {
    const work = db.uow.run(SYSTEM, async (tx) => {
      tx.send(add, ['a']);
      await tx.query('select 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow('the transaction failed before its commit');
    expect(await kept()).toEqual([]);
  });

  it('leaves a connection that serves the next', async () => {
    for (let n = 0; n < 30; n += 1)
      await expect(db.uow.run(SYSTEM, (tx) => tx.query('select 1 / 0'))).rejects.toMatchObject({ code: '22012' });
    expect(await db.uow.run(SYSTEM, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});

it('does after the commit what was to be done then, and nothing of it after a fault', async () => {
  const told: string[] = [];
  await db.uow.run(SYSTEM, (tx) => tx.afterCommit(() => told.push('kept')));
  await expect(
    db.uow.run(SYSTEM, async (tx) => {
      tx.afterCommit(() => told.push('lost'));
      await tx.query('select 1 / 0');
    }),
  ).rejects.toThrow();
  expect(told).toEqual(['kept']);
});

it('a process that stops while a transaction commits waits for the commit, and ends', async () => {
  const { url, drop } = await emptyCopy();
  const own = await new DataSource(dataSourceOptions({ url, poolSize: 2, statementTimeoutMs: 20_000 })).initialize();
  const other = new Client({ connectionString: url });
  await other.connect();
  await other.query(`
    create function wait_at_commit() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(20261128); return null; end';
    create constraint trigger waits after insert on idempotency_keys deferrable initially deferred
      for each row execute function wait_at_commit();
    select pg_advisory_lock(20261128)`);
  const waits = `select from pg_stat_activity where query = 'commit' and wait_event_type = 'Lock' and datname = current_database()`;
  const committed = new UnitOfWork(own).run(SYSTEM, (tx) => tx.query(add, ['late']));
  while ((await other.query(waits)).rowCount === 0) await new Promise((soon) => setTimeout(soon, 20));
  const left = [...(own.driver as PostgresDriver).connectedQueryRunners];
  const stopped = left.length === 0 ? own.destroy() : committed; // with one that is shut out it would go round for ever
  await other.query('select pg_advisory_unlock(20261128)');
  await Promise.all([committed, stopped]);
  const { rows } = await other.query(`select key from idempotency_keys where key = 'late'`);
  await other.end();
  await drop();
  expect(left).toEqual([]);
  expect(rows).toEqual([{ key: 'late' }]);
});
