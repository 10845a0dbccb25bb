import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import { seedReference } from '../../src/platform/database/seed';
import { EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres';
import { TEMPLATE } from '../../test/support/running-postgres';

export interface BenchDatabase {
  /** Of the migrated and seeded database. */
  readonly url: string;
  readonly client: Client;
  close(): Promise<void>;
}

/** A server of its own in a temporary folder, as durable as in the field: every commit waits for the disk. */
export async function openBenchDatabase(settings: Readonly<Record<string, string>> = {}): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-bench-'));
  chmodSync(dataDir, 0o711);
  const server = await EmbeddedPostgres.start({
    dataDir,
    settings: { ...settings, max_connections: '100', shared_buffers: '512MB', max_wal_size: '4GB' },
  });
  // the tests' way to a platform of one's own copies this database
  process.env.HANAN_TEST_DATABASE = server.superuserUrl('postgres');
  const url = server.superuserUrl(TEMPLATE);
  await administer(server.superuserUrl('postgres'), `create database ${TEMPLATE}`);
  await migrate(url);
  await seedReference(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`select set_config('hanan.scope', 'system', false)`);
  return {
    url,
    client,
    close: async () => {
      await client.end().catch(() => undefined);
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
