import 'reflect-metadata';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import { seedReference } from '../../src/platform/database/seed';
import { EmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres';
import { running, TEMPLATE } from './running-postgres';

/** A crash loses the whole run anyway, so the server need not wait for the disk. */
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };

/** One server for the whole run; jest calls this once for each of its projects. */
export default async function startPostgres(): Promise<void> {
  if (running.server) return;
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-test-'));
  chmodSync(dataDir, 0o711);
  running.dataDir = dataDir;
  running.server = await EmbeddedPostgres.start({ dataDir, settings: SETTINGS });
  process.env.HANAN_TEST_DATABASE = running.server.superuserUrl('postgres');
  await makeTemplate(running.server);
}

async function makeTemplate(server: EmbeddedPostgres): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl('postgres') });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(server.superuserUrl(TEMPLATE));
  await seedReference(server.superuserUrl(TEMPLATE));
}
