import { Client } from 'pg';
import { OutboxReader } from '../../../src/platform/outbox/outbox.reader';
import { compareCursors, cursorText, readCursor, type Cursor } from '../../../src/platform/outbox/outbox.cursor';
import { freshDatabase, type TestDatabase } from '../../support/database';

let db: TestDatabase;
let outbox: OutboxReader;
beforeAll(async () => {
  db = await freshDatabase();
  outbox = new OutboxReader(db.uow);
});
beforeEach(() => db.dataSource.query('truncate outbox restart identity'));
afterAll(() => db?.close());

const insert = `insert into outbox (type, at, entity, entity_id, region_code) values ($1, now(), 'thing', 'T', $2)`;
const write = async (type: string, regionCode = '411003'): Promise<void> =>
  void (await db.dataSource.query(insert, [type, regionCode]));

async function session(): Promise<Client> {
  const client = new Client({ connectionString: db.url });
  await client.connect();
  return client;
}

/** Other suites share the server, and a transaction of theirs may hold back what is certain for a moment. */
async function settled(count: number, after: Cursor | null = null): Promise<string[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    const events = await outbox.read({ after, limit: 100 });
    if (events.length >= count) return events.map(({ type }) => type);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ${count} events`);
}

it('a late commit is not lost: what comes after it waits', async () => {
  await write('before');
  await settled(1);
  const start = await outbox.head();
  const slow = await session();
  await slow.query('begin');
  await slow.query(insert, ['slow', '411003']); // has its place in the order, and is not there yet
  await write('quick');
  expect(await outbox.read({ after: start, limit: 100 })).toEqual([]);
  expect(await outbox.head()).toEqual(start);
  await slow.query('commit');
  await slow.end();
  expect(await settled(2, start)).toEqual(['slow', 'quick']);
});

it('an older transaction that writes last keeps its place: a reader who went by the number alone would have passed it', async () => {
  const slow = await session();
  await slow.query('begin; select pg_current_xact_id()');
  await write('quick');
  const [quick] = await db.dataSource.query<{ id: string }[]>('select max(id)::text as id from outbox');
  await slow.query(insert, ['slow', '411003']);
  await slow.query('commit');
  await slow.end();
  expect(await settled(2)).toEqual(['slow', 'quick']);
  const [first] = await outbox.read({ after: null, limit: 1 });
  expect(first!.cursor.id).toBeGreaterThan(BigInt(quick!.id));
});

it('pages meet without a gap and without a repetition', async () => {
  for (let n = 0; n < 25; n += 1) await write(`e${n}`);
  await settled(25);
  const read: string[] = [];
  for (let after: Cursor | null = null; ;) {
    const page = await outbox.read({ after, limit: 7 });
    read.push(...page.map(({ type }) => type));
    if (page.length === 0) break;
    after = page.at(-1)!.cursor;
  }
  expect(read).toEqual(Array.from({ length: 25 }, (_, n) => `e${n}`));
});

it('transactions are in order as numbers, not as text', async () => {
  for (const xid of [10, 9, 100])
    await db.dataSource.query(
      `insert into outbox (xid, type, at, entity, entity_id) values ($1::text::xid8, $1, now(), 'thing', 'T')`,
      [xid],
    );
  expect(await settled(3)).toEqual(['9', '10', '100']);
  expect((await outbox.head())?.xid).toBe(100n);
  await outbox.purge(Date.now() + 60_000, 0);
  expect(await settled(1)).toEqual(['100']);
});

it('a region is a subtree', async () => {
  for (const code of ['411003', '411003001', '411004', '41', '']) await write(code, code);
  await settled(5);
  const within = async (region: string) =>
    (await outbox.read({ after: null, within: region, limit: 9 })).map(({ type }) => type);
  expect(await within('411003')).toEqual(['411003', '411003001']);
  expect(await within('41')).toEqual(['411003', '411003001', '411004', '41']);
  expect(await within('')).toEqual(['411003', '411003001', '411004', '41', '']);
});

it('a purge keeps the newest event, so that a cursor at it stays known', async () => {
  for (const type of ['a', 'b', 'c']) await write(type);
  await settled(3);
  const [a, , c] = await outbox.read({ after: null, limit: 3 });
  await outbox.purge(Date.now() + 60_000, 0);
  expect(await outbox.timeOf(a!.cursor)).toBeNull();
  expect(await outbox.timeOf(c!.cursor)).not.toBeNull();
  expect(await settled(1)).toEqual(['c']);
});

describe('a cursor', () => {
  it('survives being written down', () => {
    expect(readCursor(cursorText({ epoch: 1, xid: 7423n, id: 118n }))).toEqual({ epoch: 1, xid: 7423n, id: 118n });
  });

  it.each([
    '',
    '-',
    '1',
    '1-',
    '-1',
    'a-1',
    '1-1-1',
    '1-1 ',
    "1-1'",
    '-1--1',
    `${'9'.repeat(20)}-1`,
    `1-${'9'.repeat(19)}`,
  ])('%j is none', (text) => {
    expect(readCursor(text)).toBeNull();
  });

  it('orders by transaction first', () => {
    expect(compareCursors({ epoch: 1, xid: 1n, id: 9n }, { epoch: 1, xid: 2n, id: 1n })).toBeLessThan(0);
    expect(compareCursors({ epoch: 1, xid: 2n, id: 2n }, { epoch: 1, xid: 2n, id: 1n })).toBeGreaterThan(0);
    expect(compareCursors({ epoch: 1, xid: 2n, id: 1n }, { epoch: 1, xid: 2n, id: 1n })).toBe(0);
  });
});
