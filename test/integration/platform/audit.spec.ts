import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { isoTime } from '../../../src/kernel/time';
import { verifyAudit } from '../../../src/platform/audit/verify-audit';
import { AuditSeal } from '../../../src/platform/audit/audit-block';
import { readHead, writeHead, type AuditHead } from '../../../src/platform/audit/audit-head';
import { Journal } from '../../../src/platform/audit/journal';
import { SealAudit } from '../../../src/platform/audit/seal-audit';
import { systemActor } from '../../../src/platform/auth/caller';
import { Config } from '../../../src/platform/config/config';
import { systemScope } from '../../../src/platform/database/scope';
import { Metrics } from '../../../src/platform/observability/metrics';
import { Clock } from '../../../src/platform/time/clock';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { testConfig } from './house';

let db: TestDatabase;
let config: Config;
let sealer: SealAudit;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db?.close());

beforeEach(async () => {
  await tamper(
    `truncate audit_entries, audit_blocks restart identity; alter table audit_counter disable trigger user;
     update audit_counter set sealed_to = 0; alter table audit_counter enable trigger user`,
  );
  config = testConfig({ databaseUrl: db.url, databaseDirectUrl: db.url });
  sealer = newSealer();
});
afterEach(() => rmSync(config.dataDir, { recursive: true, force: true }));

const newSealer = (): SealAudit => new SealAudit(db.uow, config, new Clock(), new Metrics());

const write = (...actions: string[]): Promise<void> =>
  db.uow.run(systemScope('test'), (tx) =>
    new Journal().record(
      tx,
      systemActor('test'),
      Date.now(),
      actions.map((action, n) => ({ action, entity: 'thing', entityId: `T${n}`, before: { n }, after: { action } })),
    ),
  );

/** Blocks are sealed once the transactions of other suites on this server let what was written be certain. */
async function sealed(entries: number): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    await sealer.execute();
    const [row] = await db.dataSource.query<{ sealed: number }[]>(
      'select coalesce(sum(cardinality(entry_ids)), 0)::int as sealed from audit_blocks',
    );
    if (row?.sealed === entries) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${entries} entries sealed`);
}

/** Three blocks of two entries. */
async function threeBlocks(): Promise<void> {
  for (let n = 1; n <= 3; n += 1) {
    await write(`a${n}`, `b${n}`);
    await sealed(n * 2);
  }
}

/** As someone would who owns the database: past the trigger that refuses changes. */
async function tamper(sql: string): Promise<void> {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  await client.query(
    `begin; alter table audit_entries disable trigger user; alter table audit_blocks disable trigger user; ${sql};
     alter table audit_entries enable trigger user; alter table audit_blocks enable trigger user; commit`,
  );
  await client.end();
}

async function verdict(): Promise<{ intact: boolean; faults: string[] }> {
  const said: string[] = [];
  const intact = await verifyAudit(config, (line) => said.push(line));
  const faults = said.filter((line) => line.startsWith('✗')).map((line) => line.split(' / ')[1] ?? line);
  return { intact, faults };
}

describe('the seal', () => {
  it('chains what was written, and remembers the end outside the database', async () => {
    await threeBlocks();
    const blocks = await db.dataSource.query<
      { id: string; previous_hash: string; hash: string; entry_ids: string[] }[]
    >('select * from audit_blocks order by id');
    expect(blocks.map(({ id, entry_ids: ids }) => [id, ids.length])).toEqual([['1', 2], ['2', 2], ['3', 2]]); // prettier-ignore
    expect(blocks.map((block) => block.previous_hash)).toEqual(['', blocks[0]!.hash, blocks[1]!.hash]);
    expect(readHead(config.dataDir)).toMatchObject({ blockId: 3, hash: blocks[2]!.hash });
    expect(statSync(join(config.dataDir, 'audit-head.json')).mode & 0o777).toBe(0o600);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('waits for a transaction that is still open, and loses nothing of it', async () => {
    const slow = new Client({ connectionString: db.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into audit_entries (at, actor_name, action, entity, entity_id) values (now(), 'x', 'slow', 'thing', 'S')`,
    );
    await write('quick');
    await sealer.execute();
    expect(readHead(config.dataDir)).toBeNull();
    await slow.query('commit');
    await slow.end();
    await sealed(2);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('is set by one process at a time, also when several try at once', async () => {
    await write('one', 'two', 'three');
    for (let tries = 0; tries < 50 && readHead(config.dataDir) === null; tries += 1)
      await Promise.all([sealer, newSealer(), newSealer()].map((each) => each.execute()));
    await sealed(3);
    expect(await db.dataSource.query('select id from audit_blocks')).toHaveLength(1);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('makes no block of nothing', async () => {
    await sealer.execute();
    expect(await db.dataSource.query('select id from audit_blocks')).toEqual([]);
    expect(existsSync(join(config.dataDir, 'audit-head.json'))).toBe(false);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('catches up with a head that was not written before a crash', async () => {
    await threeBlocks();
    const head = readHead(config.dataDir)!;
    writeHead(config.dataDir, { ...head, ...(await headAt(2)) });
    expect(await verdict()).toEqual({ intact: true, faults: [] });
    await newSealer().execute();
    expect(readHead(config.dataDir)).toEqual(head);
  });

  it('does not continue a chain whose end was cut off: a new end would hide it', async () => {
    await threeBlocks();
    await tamper('delete from audit_entries where id > 4; delete from audit_blocks where id = 3');
    await write('later');
    for (let n = 0; n < 5; n += 1) await sealer.execute();
    expect(await db.dataSource.query('select id from audit_blocks')).toHaveLength(2);
    expect((await verdict()).faults).toEqual(['the end was cut off: blocks 3 to 3 are gone']);
  });

  it('is of this installation: another key does not fit', async () => {
    await threeBlocks();
    config = new Config({ ...config, searchKey: Buffer.alloc(32, 9) });
    expect((await verdict()).faults).toContain('block 1 was not signed by this installation');
  });
});

describe('the key that signs changes', () => {
  const kids = async (): Promise<(string | null)[]> =>
    (await db.dataSource.query<{ kid: string | null }[]>('select kid from audit_blocks order by id')).map(({ kid }) => kid); // prettier-ignore
  const change = (values: Partial<Config>): void => void Object.assign(config, values);
  const second = { signingKeys: new Map([[2, Buffer.alloc(32, 8)]]) };

  it('in a running process: older blocks are checked by their own key, the head by the newest', async () => {
    await threeBlocks();
    const headBefore = readHead(config.dataDir)?.publicKey;
    change(second); // offered: known, and not used
    await write('c');
    await sealed(7);
    change({ signingVersion: 2 });
    await write('d');
    await sealed(8);
    const [, , , before, after] = await kids();
    expect([before, typeof after]).toEqual([null, 'string']);
    expect(readHead(config.dataDir)?.publicKey).not.toBe(headBefore);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('and never goes back, while one process is late to learn', async () => {
    change({ ...second, signingVersion: 2 });
    await write('a');
    await sealed(1);
    change({ signingVersion: 1 });
    await write('b');
    await sealed(2);
    const [one, two] = await kids();
    expect(two).toBe(one);
    expect(await verdict()).toEqual({ intact: true, faults: [] });
  });

  it('a process that lacks it seals nothing', async () => {
    change({ ...second, signingVersion: 2 });
    await write('a');
    await sealed(1);
    change({ signingKeys: new Map(), signingVersion: 1 });
    await write('b');
    await sealer.execute();
    expect(await kids()).toHaveLength(1);
    expect((await verdict()).faults).toEqual(['block 1 was not signed by this installation']);
  });

  it('what a retired key signs afterwards is found, and so is a block under the name of another key', async () => {
    await threeBlocks();
    change({ ...second, signingVersion: 2 });
    await write('c');
    await sealed(7);
    await write('d');
    await sealed(8);
    const { AuditChain } = await import('../../../src/platform/audit/audit-chain.store');
    const block = (await new AuditChain(<T>(sql: string, params: readonly unknown[]) =>
      db.dataSource.query<T[]>(sql, [...params])).block(5))!; // prettier-ignore
    const { signature } = new AuditSeal({ ...config, signingVersion: 1 }).seal(block);
    await tamper(`update audit_blocks set signature = '${signature}', kid = null where id = 5`);
    expect((await verdict()).faults).toEqual(['block 5 is signed by a key that was retired before it']);
    await tamper(`update audit_blocks set kid = '${block.kid}' where id = 5`);
    expect((await verdict()).faults).toEqual(['block 5 was not signed by this installation']);
  });
});

async function headAt(id: number): Promise<Pick<AuditHead, 'blockId' | 'hash' | 'signature' | 'sealedAt'>> {
  const [row] = await db.dataSource.query<{ hash: string; signature: string; sealed_at: number }[]>(
    'select * from audit_blocks where id = $1',
    [id],
  );
  return { blockId: id, hash: row!.hash, signature: row!.signature, sealedAt: isoTime(row!.sealed_at) };
}

describe('the database refuses to change the trail', () => {
  it.each([
    'update audit_entries set action = $$x$$',
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from audit_blocks',
    'update audit_blocks set hash = $$x$$',
  ])('%s, to its owner and to the platform', async (sql) => {
    await write('a');
    await expect(db.dataSource.query(sql)).rejects.toThrow(/append-only/);
    await expect(db.uow.run(systemScope('test'), (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
  });
});

describe('the verifier names what was done', () => {
  beforeEach(threeBlocks);

  it.each([
    ['an action', `update audit_entries set action = 'harmless' where id = 3`],
    ['a time by a millisecond', `update audit_entries set at = at + interval '1 ms' where id = 3`],
    ['a time by a microsecond', `update audit_entries set at = at + interval '1 us' where id = 3`],
    ['a person', `update audit_entries set actor_name = 'someone else' where id = 3`],
    ['a number inside', `update audit_entries set after = '{"action": "a2 "}' where id = 3`],
    ['null for nothing', `update audit_entries set address = '' where id = 3`],
    ['a region', `update audit_entries set region_code = '41' where id = 3`],
  ])('%s of an entry changed', async (_, sql) => {
    await tamper(sql);
    expect(await verdict()).toEqual({ intact: false, faults: ['entry 3 was changed (block 2)'] });
  });

  it('an entry removed', async () => {
    await tamper('delete from audit_entries where id = 2');
    expect(await verdict()).toEqual({ intact: false, faults: ['entry 2 was removed (block 1)'] });
  });

  it('an entry added afterwards among old ones', async () => {
    await tamper(
      `insert into audit_entries (xid, at, actor_name, action, entity, entity_id)
       select xid, at, actor_name, 'invented', entity, entity_id from audit_entries where id = 1`,
    );
    expect(await verdict()).toEqual({ intact: false, faults: ['entry 7 was added afterwards (block 1)'] });
  });

  it('the end cut off, with its entries and without', async () => {
    await tamper('delete from audit_blocks where id >= 2');
    expect((await verdict()).faults).toEqual(['the end was cut off: blocks 2 to 3 are gone']);
    await tamper('delete from audit_entries where id > 2');
    expect((await verdict()).faults).toEqual(['the end was cut off: blocks 2 to 3 are gone']);
  });

  it('S20 the end cut off and an older genuine head put back', async () => {
    const older = { ...readHead(config.dataDir)!, ...(await headAt(1)) };
    await tamper('delete from audit_blocks where id >= 2; delete from audit_entries where id > 2');
    writeHead(config.dataDir, older);
    expect((await verdict()).faults).toEqual([
      'the end was cut off: blocks 2 to 3 are gone',
      expect.stringMatching(/audit-head.json is an older one \(block 1, not 3\)/),
    ]);
    writeHead(join(config.dataDir, 'audit-copy'), older); // in both places: the counter still knows
    expect((await verdict()).faults).toEqual(['the end was cut off: blocks 2 to 3 are gone']);
    await write('later');
    await newSealer().execute();
    expect(await db.dataSource.query('select id from audit_blocks')).toHaveLength(1);
  });

  it('S20 the counter of blocks only grows, for the owner too', async () => {
    for (const sql of ['update audit_counter set sealed_to = 1', 'delete from audit_counter', 'truncate audit_counter'])
      await expect(db.dataSource.query(sql)).rejects.toThrow(/only grows/);
  });

  it('everything removed', async () => {
    await tamper('delete from audit_blocks; delete from audit_entries');
    expect((await verdict()).faults).toEqual(['the end was cut off: blocks 1 to 3 are gone']);
  });

  it('a block taken out of the middle', async () => {
    await tamper('delete from audit_blocks where id = 2');
    expect((await verdict()).faults).toEqual(['blocks 2 to 2 were removed']);
  });

  it.each([
    ['its time', `update audit_blocks set sealed_at = sealed_at + interval '1 s' where id = 2`],
    ['its hash', `update audit_blocks set hash = 'x' where id = 2`],
    ['what it follows', `update audit_blocks set previous_hash = 'x' where id = 2`],
    ['the hash of an entry, to fit a changed one', `update audit_blocks set entry_hashes[1] = 'x' where id = 2`],
    ['its reach', `update audit_blocks set up_to_xid = '99999999' where id = 2`],
  ])('a block with %s changed', async (_, sql) => {
    await tamper(sql);
    expect((await verdict()).faults).toContain('block 2 was changed');
  });

  it('an entry changed and its block made anew, without the key', async () => {
    await tamper(`update audit_entries set action = 'harmless' where id = 5`);
    const forger = new AuditSeal({ ...config, searchKey: Buffer.alloc(32, 7) });
    const [entry] = await db.dataSource.query<{ hash: string }[]>('select hash from audit_blocks where id = 3');
    const { blockAsForged, hashes } = await forged(forger);
    await tamper(
      `update audit_blocks set entry_hashes = '{${hashes.join(',')}}', hash = '${blockAsForged.hash}', signature = '${blockAsForged.signature}' where id = 3`,
    );
    expect(blockAsForged.hash).not.toBe(entry!.hash);
    expect((await verdict()).faults.sort()).toEqual([
      'block 3 differs from the head kept outside the database',
      'block 3 was not signed by this installation',
    ]);
  });

  it('a head that is missing, or of another chain', async () => {
    const head = readHead(config.dataDir)!;
    rmSync(join(config.dataDir, 'audit-head.json'));
    expect((await verdict()).faults[0]).toContain('is missing');
    writeFileSync(join(config.dataDir, 'audit-head.json'), JSON.stringify({ ...head, hash: 'x' }));
    expect((await verdict()).faults).toEqual(['block 3 differs from the head kept outside the database']);
    expect(readFileSync(join(config.dataDir, 'audit-head.json'), 'utf8')).toContain('BEGIN PUBLIC KEY');
  });
});

async function forged(forger: AuditSeal) {
  const { AuditChain } = await import('../../../src/platform/audit/audit-chain.store');
  const { hashOf } = await import('../../../src/platform/audit/audit-entry');
  const chain = new AuditChain(<T>(sql: string, params: readonly unknown[]) =>
    db.dataSource.query<T[]>(sql, [...params]),
  );
  const block = (await chain.block(3))!;
  const hashes: string[] = [];
  for await (const entry of chain.entries(block)) hashes.push(hashOf(entry));
  return { hashes, blockAsForged: forger.seal({ ...block, entryHashes: hashes }) };
}
