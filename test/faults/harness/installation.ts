import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import sharp from 'sharp';
import { newUnlockKey } from '../../../src/platform/config/unlock-key';
import type { Reached } from '../../support/site';
import { DatabaseServer, embeddedUrl, endLeftServer } from './database-server';
import { PlatformProcess } from './platform-process';
import type { Prepared } from './prepared';

export const ADMIN_PASSWORD = 'Admin-Password-2026';

interface Making {
  readonly prepared: Prepared;
  readonly name: string;
  /** The platform runs its own database; otherwise it stands on a server beside it. */
  readonly embedded?: boolean;
  /** For all processes of this installation. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Instead of a new one. */
  readonly dataDir?: string;
  /** Without schema and rows; instead of the prepared one. */
  readonly emptyDatabase?: boolean;
  /** Of the database server beside the platform. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Folder, secrets, ports and database of one installation; its processes are started and ended one by one. */
export class Installation {
  readonly masterKey = randomBytes(32);
  readonly searchKey = randomBytes(32);
  private readonly running = new Set<PlatformProcess>();

  private constructor(
    readonly dataDir: string,
    readonly mqttPort: number,
    /** None where the platform runs its own. */
    private readonly server: DatabaseServer | null,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly secrets: Readonly<Record<string, string>>,
  ) {}

  static async make({
    prepared,
    name,
    embedded,
    environment = {},
    dataDir,
    emptyDatabase,
    settings,
  }: Making): Promise<Installation> {
    const folder = dataDir ?? (embedded ? prepared.copy(name) : prepared.empty(name));
    const databaseDir = `${name}-database`;
    const server = embedded
      ? null
      : await DatabaseServer.start(emptyDatabase ? prepared.empty(databaseDir) : prepared.copy(databaseDir), settings);
    const made = new Installation(folder, await freePort(), server, environment, {});
    const key = (bytes: Buffer): string => bytes.toString('base64');
    const secrets = {
      ...{ JWT_SECRET: randomBytes(32).toString('hex'), UNLOCK_SIGNING_KEY: newUnlockKey() },
      ...{ UNLOCK_SIGNING_KEY_B: newUnlockKey(), MASTER_KEY: key(made.masterKey), TIP_KEY: key(randomBytes(32)) },
      SEARCH_KEY: key(made.searchKey),
    };
    return Object.assign(made, { secrets });
  }

  /** Fails where there is none. */
  get database(): DatabaseServer {
    if (!this.server) throw new Error('this installation has no database server of its own');
    return this.server;
  }

  /** What every process and command of this installation finds in its environment. */
  variables(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
    return {
      ...{ DATA_DIR: this.dataDir, PORT: '0', MQTT_PORT: String(this.mqttPort), LOG_LEVEL: 'warn' },
      ...{ RATE_LIMIT: '1000000', ADMIN_PASSWORD, ...this.secrets },
      ...(this.server && { DATABASE_URL: this.server.url }),
      ...this.environment,
      ...changes,
    };
  }

  async start(changes: Readonly<Record<string, string>> = {}, program?: readonly string[]): Promise<PlatformProcess> {
    const logFile = join(this.dataDir, 'platform.log');
    const started = await PlatformProcess.start({ environment: this.variables(changes), logFile, program });
    this.running.add(started);
    return started;
  }

  /** A connection for whoever counts, on which no row is hidden. */
  async counting<T>(work: (sql: Client) => Promise<T>): Promise<T> {
    const sql = new Client({ connectionString: this.server?.superuserUrl ?? embeddedUrl(this.dataDir) });
    sql.on('error', () => undefined); // a connection that breaks has failed its query already
    await sql.connect();
    try {
      return await work(sql);
    } finally {
      await sql.end();
    }
  }

  async close(): Promise<void> {
    for (const one of this.running) {
      one.signal('SIGCONT');
      await one.kill();
    }
    if (this.server) await this.server.close();
    else endLeftServer(this.dataDir);
  }
}

/** A running platform as `test/support/site.ts` reaches it. */
export const reached = (platform: PlatformProcess): Reached => ({
  request: platform.request,
  adminPassword: ADMIN_PASSWORD,
  photo: () =>
    sharp({ create: { width: 320, height: 240, channels: 3, background: '#c0703a' } })
      .jpeg()
      .toBuffer(),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
