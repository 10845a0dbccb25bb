import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../../src/platform/embedded/embedded-postgres';

/** A PostgreSQL as an operator runs one: a process of its own on a port that stays the same, started again when it was killed. */
export class DatabaseServer {
  private constructor(
    readonly dataDir: string,
    private server: EmbeddedPostgres,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static async start(
    dataDir: string,
    settings: Readonly<Record<string, string>> = {},
    port?: number,
  ): Promise<DatabaseServer> {
    return new DatabaseServer(dataDir, await EmbeddedPostgres.start({ dataDir, settings, port }), settings);
  }

  get port(): number {
    return this.server.port;
  }

  /** As the owner, who is no superuser. */
  get url(): string {
    return this.server.url();
  }

  /** For whoever counts: no row is hidden. */
  get superuserUrl(): string {
    return this.server.superuserUrl('hanan');
  }

  get pid(): number {
    return postmasterOf(this.dataDir);
  }

  kill(): void {
    process.kill(this.pid, 'SIGKILL');
  }

  async goAway(): Promise<void> {
    await this.server.stop();
  }

  async comeBack(): Promise<void> {
    const { port } = this.server;
    this.server = await EmbeddedPostgres.start({ dataDir: this.dataDir, port, settings: this.settings });
    if (this.server.port !== port) throw new Error(`another program took port ${port} meanwhile`);
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}

/** Of `postmaster.pid`: the process, and on its fourth line the port. */
const pidLines = (dataDir: string): string[] =>
  readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');

const postmasterOf = (dataDir: string): number => Number(pidLines(dataDir)[0]);

/** The embedded server of a platform on this folder, for whoever counts. */
export function embeddedUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim();
  return `postgres://hanan:${password}@127.0.0.1:${pidLines(dataDir)[3]}/hanan`;
}

/** A server that its platform left behind when it was killed: in the field the next start of the platform ends it. */
export function endLeftServer(dataDir: string): void {
  try {
    execFileSync('kill', ['-QUIT', String(postmasterOf(dataDir))], { stdio: 'ignore' });
  } catch {
    // none is left
  }
}
