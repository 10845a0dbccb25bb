import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../../src/platform/database/migrate';
import { seedReference } from '../../../src/platform/database/seed';
import { EmbeddedPostgres } from '../../../src/platform/embedded/embedded-postgres';

/** The folder of an installation whose database is up to date and empty. Each trial takes a copy, which costs a second instead of ten. */
export class Prepared {
  private constructor(private readonly home: string) {}

  static async make(): Promise<Prepared> {
    const home = mkdtempSync(join(tmpdir(), 'hanan-faults-'));
    chmodSync(home, 0o711);
    const dataDir = join(home, 'prepared');
    const server = await EmbeddedPostgres.start({ dataDir });
    chmodSync(dataDir, 0o711);
    await migrate(server.url());
    await seedReference(server.url());
    await server.stop();
    return new Prepared(home);
  }

  /** A folder of its own, which `remove` takes away with all others. */
  copy(name: string): string {
    const folder = this.empty(name);
    this.copyTo(folder);
    return folder;
  }

  copyTo(folder: string): void {
    execFileSync('cp', ['-a', `${join(this.home, 'prepared')}/.`, folder]);
  }

  empty(name: string): string {
    const folder = mkdtempSync(join(this.home, `${name}-`));
    chmodSync(folder, 0o711);
    return folder;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
