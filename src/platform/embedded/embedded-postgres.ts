import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { clusterFolder } from './cluster-folder';
import { handOverDatabase, makeOwner, OWNER, ownerPassword } from './database-owner';
import { hasEnded, KeptAlive, stopChild } from './kept-alive';
import { serverBinaries } from './server-binaries';
import { serverUser, type ServerUser } from './server-user';
import { clusterName, stopStaleServer } from './stale-server';

export interface EmbeddedPostgresOptions {
  /** The cluster becomes `<dataDir>/postgres`; the passwords of superuser and owner lie beside it. */
  readonly dataDir: string;
  /** A wish: when taken, a free port is used. Without it any free port. */
  readonly port?: number;
  /** Server settings, as for `postgres -c`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
}

const HOST = '127.0.0.1';
const SUPERUSER = 'hanan';
const DATABASE = 'hanan';
const START_LIMIT_MS = 60_000;

/** A PostgreSQL server of our own in a child process, from the binaries of an npm package. Loopback and password only. */
export class EmbeddedPostgres {
  private constructor(
    private readonly server: KeptAlive,
    readonly port: number,
    private readonly password: string,
    private readonly ownPassword: string,
  ) {}

  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    const user = serverUser();
    const cluster = clusterFolder(options.dataDir, user, options.say ?? (() => undefined));
    await stopStaleServer(cluster);
    const native = serverBinaries(dirname(cluster), user);
    const password = passwordOf(options.dataDir, cluster);
    if (!existsSync(join(cluster, 'PG_VERSION'))) await initialise(native, cluster, user, password);
    const launcher = { native, cluster, user, password, log: join(options.dataDir, 'postgres.log'), options };
    const { child, port } = await launch(launcher);
    const again = (): Promise<ChildProcess | null> => launchAt(launcher, port, 'a');
    const kept = new KeptAlive(child, again, options.say ?? (() => undefined));
    const server = new EmbeddedPostgres(kept, port, password, ownerPassword(options.dataDir));
    await server.makeDatabase();
    return server;
  }

  /** As the owner of the platform's database, who is no superuser. */
  url(): string {
    return `postgres://${OWNER}:${this.ownPassword}@${HOST}:${this.port}/${DATABASE}`;
  }

  /** As the superuser: for the launcher, and for tests and benches that make databases of their own. */
  superuserUrl(database: string): string {
    return `postgres://${SUPERUSER}:${this.password}@${HOST}:${this.port}/${database}`;
  }

  /** Fast shutdown: sessions are ended, everything committed is on disk. Returns when the process is gone. */
  stop(): Promise<void> {
    return this.server.stop();
  }

  private async makeDatabase(): Promise<void> {
    await this.asSuperuser('postgres', (client) => makeOwner(client, DATABASE, this.ownPassword));
    await this.asSuperuser(DATABASE, handOverDatabase);
  }

  private async asSuperuser(database: string, work: (client: Client) => Promise<void>): Promise<void> {
    const client = await connect(this.superuserUrl(database));
    try {
      await work(client);
    } finally {
      await client.end();
    }
  }
}

/** The password is made at the first start. If it is lost, the cluster is not opened without one. */
function passwordOf(dataDir: string, cluster: string): string {
  const file = join(dataDir, 'postgres.password');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  if (existsSync(join(cluster, 'PG_VERSION')))
    throw new Error(`${file} is missing: it holds the password of the database beside it.`);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

/** Into a folder beside, renamed when complete: an initdb that was interrupted leaves nothing that looks like a cluster. */
async function initialise(native: string, cluster: string, user: ServerUser | null, password: string): Promise<void> {
  const unfinished = `${cluster}.unfinished`;
  const passwordFile = `${cluster}.initial-password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) [unfinished, passwordFile].forEach((path) => chownSync(path, user.uid, user.gid));
  try {
    await run(join(native, 'bin', 'initdb'), user, [
      ...['-D', unfinished, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'],
    ]);
    rmSync(cluster, { recursive: true, force: true });
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function run(program: string, user: ServerUser | null, args: string[]): Promise<void> {
  const child = spawn(program, args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${complaint.trim()}`);
}

interface Launcher {
  readonly native: string;
  readonly cluster: string;
  readonly user: ServerUser | null;
  readonly password: string;
  readonly log: string;
  readonly options: EmbeddedPostgresOptions;
}

async function launch(launcher: Launcher): Promise<{ child: ChildProcess; port: number }> {
  const { log, options } = launcher;
  const wished = options.port ?? 0;
  for (const port of [
    wished !== 0 && (await isFree(wished)) ? wished : await freePort(),
    await freePort(),
    await freePort(),
  ]) {
    const child = await launchAt(launcher, port, 'w');
    if (child) return { child, port };
    if (!/Address already in use|could not bind/i.test(readFileSync(log, 'utf8'))) break;
  }
  throw new Error(
    `The database server did not start. The end of ${log}:\n${readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n')}`,
  );
}

/** Null if the server did not answer, and none is left running. */
async function launchAt(launcher: Launcher, port: number, logFlag: 'a' | 'w'): Promise<ChildProcess | null> {
  const name = clusterName(process.pid, randomBytes(6).toString('hex'));
  const child = spawnServer(launcher, port, name, logFlag);
  if (await answers(child, port, launcher.password, name)) return child;
  await stopChild(child);
  return null;
}

function spawnServer(
  { native, cluster, user, log, options }: Launcher,
  port: number,
  name: string,
  logFlag: 'a' | 'w',
): ChildProcess {
  // Our statements are short: compiling one takes longer than running it.
  const ours = {
    listen_addresses: HOST,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
  };
  const all = { ...ours, ...options.settings, cluster_name: name };
  const args = Object.entries(all).flatMap(([setting, value]) => ['-c', `${setting}=${value}`]);
  const out = openSync(log, logFlag, 0o600);
  // A session of its own: Ctrl-C in the terminal must reach us alone, so that we can finish our work before the database goes.
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', cluster, '-p', String(port), ...args], {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', out, out],
  });
  child.once('error', () => undefined); // it then has no pid, which `hasEnded` sees
  closeSync(out);
  return child;
}

/** True once this very child answers under the password; false when it ended. Another server on the port is not taken for it. */
async function answers(child: ChildProcess, port: number, password: string, name: string): Promise<boolean> {
  for (let waited = 0; waited < START_LIMIT_MS; waited += 25) {
    if (hasEnded(child)) return false;
    if ((await nameOfServerAt(port, password)) === name) return !hasEnded(child);
    await sleep(25);
  }
  return false;
}

async function nameOfServerAt(port: number, password: string): Promise<string | null> {
  try {
    const client = await connect(`postgres://${SUPERUSER}:${password}@${HOST}:${port}/postgres`);
    const { rows } = await client.query<{ cluster_name: string }>('show cluster_name');
    await client.end();
    return rows[0]?.cluster_name ?? null;
  } catch {
    return null; // not listening yet, starting up, or not ours
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // a connection that breaks also fails its query; this keeps the process alive
  await client.connect();
  return client;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, HOST, done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  return typeof address === 'object' && address ? address.port : 0;
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const listening = await new Promise<boolean>((done) =>
    server.once('error', () => done(false)).listen(port, HOST, () => done(true)),
  );
  if (listening) await new Promise<void>((done) => server.close(() => done()));
  return listening;
}
