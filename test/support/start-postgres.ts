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

/**
 * One server for the whole run; jest calls this once for each of its projects. `HANAN_TEST_SERVER` names another server, with
 * its superuser: `npm run test:runtimes -- --postgres …` gives one of an older version.
 */
export default async function startPostgres(): Promise<void> {
  if (running.isReady) return;
  const url = databaseUrls(process.env.HANAN_TEST_SERVER ?? (await startEmbedded()));
  process.env.HANAN_TEST_DATABASE = url('postgres');
  await makeTemplate(url);
  running.isReady = true;
}

async function startEmbedded(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-test-'));
  chmodSync(dataDir, 0o711);
  running.dataDir = dataDir;
  running.server = await EmbeddedPostgres.start({ dataDir, settings: SETTINGS });
  return running.server.superuserUrl('postgres');
}

const databaseUrls = (server: string) => (database: string) =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

async function makeTemplate(url: (database: string) => string): Promise<void> {
  const client = new Client({ connectionString: url('postgres') });
  await client.connect();
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(url(TEMPLATE));
  await seedReference(url(TEMPLATE));
}
