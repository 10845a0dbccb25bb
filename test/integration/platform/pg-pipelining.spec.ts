import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Writable } from 'node:stream';
import { Client } from 'pg';
import { version } from 'pg/package.json';
import { DataSource } from 'typeorm';
import { dependencies } from '../../../package.json';
import { dataSourceOptions } from '../../../src/platform/database/data-source';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { emptyCopy } from '../../support/database';

/**
 * What `unit-of-work.ts` takes for granted of `pg` (docs/adr/0011). None of it is promised by the versions of `pg`, so its
 * version is pinned: this suite says whether another version may be taken.
 */
const SYSTEM = systemScope('test');
const PATIENCE_MS = 3_000;

/** The line between the pool and PostgreSQL: it keeps what was sent, and answers wait in it while it is held. */
class Line {
  private readonly server: Server;
  private readonly sockets: Socket[] = [];
  private held = false;
  sent = '';

  constructor(private readonly database: URL) {
    this.server = createServer((client) => this.join(client));
  }

  async open(): Promise<string> {
    await new Promise<void>((opened) => void this.server.listen(0, '127.0.0.1', opened));
    const url = new URL(this.database);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  hold(held: boolean): void {
    this.held = held;
    for (const answers of this.sockets) if (held) answers.pause(); else answers.resume(); // prettier-ignore
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((closed) => void this.server.close(() => closed()));
  }

  private join(client: Socket): void {
    const answers = createConnection(Number(this.database.port), this.database.hostname);
    this.sockets.push(answers);
    client.on('data', (bytes) => {
      this.sent += bytes.toString('latin1');
      answers.write(bytes);
    });
    answers.on('data', (bytes) => client.write(bytes));
    for (const [one, other] of [
      [client, answers],
      [answers, client],
    ] as const)
      // prettier-ignore
      one.on('error', () => undefined).on('close', () => other.destroy());
    if (this.held) answers.pause();
  }
}

let drop: () => Promise<void>;
let url: string;
let line: Line;
let dataSource: DataSource;
let uow: UnitOfWork;

beforeAll(async () => {
  ({ url, drop } = await emptyCopy());
  line = new Line(new URL(url));
  const options = dataSourceOptions({ url: await line.open(), poolSize: 1, statementTimeoutMs: 20_000 });
  dataSource = await new DataSource(options).initialize();
  uow = new UnitOfWork(dataSource);
});
afterAll(async () => {
  await dataSource?.destroy();
  await line?.close();
  await drop?.();
});

/** The only connection of the pool. */
async function pooledClient(): Promise<Client> {
  const runner = dataSource.createQueryRunner();
  const client = (await runner.connect()) as Client;
  await runner.release();
  return client;
}

const within = async (condition: () => boolean): Promise<boolean> => {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end && !condition();)
    await new Promise((turn) => setTimeout(turn, 5));
  return condition();
};

it('is installed in the one version that package.json names', () => {
  expect(dependencies.pg).toMatch(/^\d+\.\d+\.\d+$/);
  expect(version).toBe(dependencies.pg);
});

it('knows the option `pipeline`, and the pool of the platform sets it', async () => {
  expect((await pooledClient()).pipeline).toBe(true);
  expect(new Client({ connectionString: url }).pipeline).toBe(false);
});

it('sends a statement before the one ahead of it is answered', async () => {
  await uow.run(SYSTEM, (tx) => tx.query('select 1')); // the connection stands
  line.hold(true);
  line.sent = '';
  const work = uow.run(SYSTEM, (tx) =>
    Promise.all(['first', 'second', 'third'].map((word) => tx.query(`select '${word}' as word`))),
  );
  const left = await within(() => ['begin', 'first', 'second', 'third'].every((word) => line.sent.includes(word)));
  line.hold(false);
  expect(await work).toEqual([[{ word: 'first' }], [{ word: 'second' }], [{ word: 'third' }]]);
  expect(left).toBe(true);
});

it('writes to a stream that can be corked: what is asked in one turn leaves in one write', async () => {
  const { stream } = (await pooledClient()).connection;
  expect(stream).toBeInstanceOf(Writable);
  const writes = [jest.spyOn(stream, '_write'), jest.spyOn(stream, '_writev' as '_write')];
  const written = (): number => writes.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  let together = 0;
  await uow.run(SYSTEM, async (tx) => {
    await tx.query('select 0');
    const before = written();
    await Promise.all([1, 2, 3].map((n) => tx.query('select $1::int', [n])));
    together = written() - before;
  });
  writes.forEach((spy) => spy.mockRestore());
  expect(together).toBe(1);
  expect(stream.writableCorked).toBe(0);
});

it('gives answers in the order of the questions, however long one takes', async () => {
  const order: string[] = [];
  const told = (word: string) => () => order.push(word);
  await uow.run(SYSTEM, (tx) =>
    Promise.all([
      tx.query('select pg_sleep(0.1)').then(told('slow')),
      tx.query('select $1::int', [1]).then(told('bound')),
      tx.query('select 1').then(told('plain')),
    ]),
  );
  expect(order).toEqual(['slow', 'bound', 'plain']);
});

describe.each([
  ['while it runs', 'select 1 / $1::int', '22012'],
  ['while it is parsed', 'select $1::int from nowhere', '42P01'],
  ['while it is bound', 'select ($1::text)::int', '22P02'],
])('a statement that fails %s, in the middle of others', (_, text, code) => {
  it.each([
    ['plain', {}],
    ['prepared', { name: `fails-${code}` }],
  ])('fails all after it and the commit, and the connection serves the next: %s', async (_kind, name) => {
    const client = new Client({ connectionString: url, pipeline: true });
    await client.connect();
    const [begun, before, failing, after, end] = await Promise.allSettled([
      client.query('begin'),
      client.query('select $1::int as n', [1]),
      client.query({ ...name, text, values: [text.includes('text') ? 'x' : 0] }),
      client.query('select $1::int as n', [2]),
      client.query('commit'),
    ]);
    expect(begun).toMatchObject({ value: { command: 'BEGIN' } });
    expect(before).toMatchObject({ value: { rows: [{ n: 1 }] } });
    expect(failing).toMatchObject({ status: 'rejected', reason: { code } });
    expect(after).toMatchObject({ status: 'rejected', reason: { code: '25P02' } });
    expect(end).toMatchObject({ status: 'fulfilled', value: { command: 'ROLLBACK' } });
    expect((await client.query('select 3 as n')).rows).toEqual([{ n: 3 }]);
    await client.end();
  });
});

it('tells every waiting question of a connection that is lost, and the pool makes another', async () => {
  const told: string[] = [];
  const work = uow.run(SYSTEM, async (tx) => {
    const questions = ['select pg_terminate_backend(pg_backend_pid())', 'select 1', 'select 2'].map((sql) =>
      tx.query(sql),
    );
    told.push(...(await Promise.allSettled(questions)).map(({ status }) => status));
  });
  await expect(work).rejects.toThrow();
  expect(told).toEqual(['rejected', 'rejected', 'rejected']);
  expect(await uow.run(SYSTEM, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
});
