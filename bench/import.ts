import { fork, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './bench';
import { openBenchDatabase, type BenchDatabase } from './bench-database';

/** One row in so many is bad. */
const BAD_ONE_IN = 100;
const ROWS = 200_000;
const HEAD = '型号,出厂编号,焊接工艺,额定电流（A）,行政区划代码,下次检验日期\r\n';

interface Counts {
  readonly id: string;
  readonly state: string;
  readonly rows: number;
  readonly created: number;
  readonly refused: number;
  readonly applied: number;
}

const PASSWORD = 'Bench-Password-2026';

/** The platform in a process that is killed and begun again. */
class Platform {
  private child: ChildProcess | null = null;
  private url = '';
  peakBytes = 0;

  constructor(
    private readonly databaseUrl: string,
    private readonly folder: string,
  ) {}

  /** Answers once it serves. */
  start(): Promise<void> {
    const env = {
      ...process.env,
      BENCH_DATABASE: this.databaseUrl,
      BENCH_FOLDER: this.folder,
      BENCH_PASSWORD: PASSWORD,
    };
    const execArgv = ['-r', join(__dirname, '../test/support/register-swc.cjs')];
    const child = fork(join(__dirname, 'import-worker.ts'), { env, execArgv });
    this.child = child;
    return new Promise((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
      child.on('message', ({ url, rss }: { url: string; rss: number }) => {
        this.url = url;
        this.peakBytes = Math.max(this.peakBytes, rss);
        resolve();
      });
    });
  }

  async kill(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise((gone) => {
      child.removeAllListeners('exit').once('exit', gone);
      child.kill('SIGKILL');
    });
  }

  async post<T>(path: string, body: unknown, token?: string): Promise<T> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...(!isForm && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      body: isForm ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  async signIn(): Promise<string> {
    const { accessToken } = await this.post<{ accessToken: string }>('/auth/login', {
      username: 'admin',
      password: PASSWORD,
    });
    return accessToken;
  }
}

/** A list with one bad row in a hundred: read, killed, read on, applied, killed, applied on. */
export const importBench: Bench = async ({ rows: asked, say }) => {
  const rows = asked === 1_000_000 ? ROWS : asked;
  const folder = mkdtempSync(join(tmpdir(), 'hanan-list-'));
  const database = await openBenchDatabase();
  const platform = new Platform(database.url, join(folder, 'data'));
  try {
    const file = join(folder, 'machines.csv');
    writeList(file, rows);
    await platform.start();
    const form = new FormData();
    form.append('kind', 'machines');
    form.append('file', new Blob([readFileSync(file)]), 'machines.csv');
    const idleBytes = platform.peakBytes;
    const began = Date.now();
    const { id } = await platform.post<{ id: string }>('/imports', form, await platform.signIn());
    await until(database, (now) => now.rows > rows / 2);
    await platform.kill();
    say('killed while reading');
    await platform.start();
    await until(database, ({ state }) => state === 'previewed');
    const read = Date.now();
    say(`read in ${((read - began) / 1_000).toFixed(1)} s`);
    await platform.post(`/imports/${id}/apply`, {}, await platform.signIn());
    await until(database, ({ applied }) => applied > rows / 2);
    await platform.kill();
    say('killed while applying');
    await platform.start();
    const done = await until(database, ({ state }) => state === 'done');
    const ended = Date.now();
    await platform.kill();
    await check(database, done, rows);
    const seconds = (ended - began) / 1_000;
    const figure = `${seconds.toFixed(0)} s for ${rows} rows (${Math.round(rows / seconds)}/s; reading ${((read - began) / 1_000).toFixed(0)} s), peak RSS ${megabytes(platform.peakBytes)} MiB against ${megabytes(idleBytes)} MiB before the file came`;
    say(figure);
    return {
      name: 'import',
      work: `A CSV list of ${rows} machines, one row in ${BAD_ONE_IN} bad. The process is killed (SIGKILL) while it reads and again while it applies; both times a new one goes on.`,
      aim: `${ROWS} rows in 3 minutes; memory flat; the report exact; nothing twice.`,
      measured: [],
      notes: [
        figure,
        `Exact: ${done.created} came in, ${done.refused} were refused, and the register holds ${done.created} machines, each with one code, one audit entry and one event.`,
      ],
    };
  } finally {
    await platform.kill();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

function writeList(file: string, rows: number): void {
  writeFileSync(file, HEAD);
  for (let from = 0; from < rows; from += 10_000)
    appendFileSync(file, Array.from({ length: Math.min(10_000, rows - from) }, (_, i) => lineOf(from + i)).join(''));
}

const lineOf = (n: number): string => {
  const serial = n % BAD_ONE_IN === BAD_ONE_IN - 1 ? '4.11003E+17' : `B${String(n).padStart(8, '0')}`;
  return `ZX7-400,${serial},手工电弧焊,400,411003,2027/6/${1 + (n % 28)}\r\n`;
};

async function until({ client }: BenchDatabase, arrived: (now: Counts) => boolean): Promise<Counts> {
  for (;;) {
    const { rows } = await client.query<Counts>('select id, state, rows, created, refused, applied from imports');
    const [now] = rows;
    if (now?.state === 'failed') throw new Error('the import failed');
    if (now && arrived(now)) return now;
    await new Promise((wait) => setTimeout(wait, 200));
  }
}

/** The report and the register say the same, and nothing came in twice. */
async function check({ client }: BenchDatabase, done: Counts, rows: number): Promise<void> {
  const { rows: found } = await client.query<Record<string, number>>(
    `select (select count(*)::int from machines) as machines,
       (select count(distinct serial_number)::int from machines) as serials,
       (select count(*)::int from codes where kind = 'machine') as codes,
       (select count(*)::int from audit_entries where action = 'machine.registered') as audited,
       (select count(*)::int from outbox where type = 'machine.changed') as told,
       (select count(*)::int from import_rows) as rows`,
  );
  const bad = Math.floor(rows / BAD_ONE_IN);
  const good = rows - bad;
  const expected = { machines: good, serials: good, codes: good, audited: good, told: good, rows };
  for (const [what, count] of Object.entries(expected))
    if (found[0]?.[what] !== count) throw new Error(`${what}: ${found[0]?.[what]} instead of ${count}`);
  if (done.created !== good || done.refused !== bad) throw new Error(`the report says ${JSON.stringify(done)}`);
}
