import { Client, escapeIdentifier } from 'pg';
import { knownMigrations, runMigrations, underLock } from '../database/migrate';
import { runSeeds } from '../database/seed';
import { valueParsers } from '../database/value-parsers';
import { BackupError } from './backup-error';
import { isEmpty, otherSchemas } from './database-parts';
import { beginEpoch, loadRows, type Archive } from './load-rows';
import { readManifest } from './manifest';
import { checkPart } from './part-file';

/** Reads the manifest and compares every part with it, before anything is written anywhere. */
export async function openArchive(folder: string, secret: Buffer | null): Promise<Archive> {
  const { manifest, keys } = readManifest(folder, secret);
  const known = new Set(await knownMigrations());
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) throw new BackupError('version-newer', unknown);
  for (const part of [...manifest.tables, ...(manifest.secrets ? [manifest.secrets] : [])])
    await checkPart(folder, part);
  return { folder, manifest, keys };
}

/**
 * Into an empty database: the schema as it was, the rows, a new epoch, and then the migrations that came since. Returns
 * the epoch. Where it fails the database is emptied again.
 */
export async function restoreInto(url: string, archive: Archive): Promise<number> {
  const { manifest } = archive;
  return withClient(url, async (client) => {
    if (!(await isEmpty(client))) throw new BackupError('place-not-empty');
    try {
      return await underLock(url, async () => {
        await runMigrations(url, manifest.migrations);
        await client.query('begin');
        await loadRows(client, archive);
        const epoch = await beginEpoch(client, 'restored', manifest.takenAt);
        await client.query('commit');
        await client.query('analyze');
        await runMigrations(url);
        await runSeeds(url);
        return epoch;
      });
    } catch (fault) {
      await emptyAgain(client);
      throw fault;
    }
  });
}

async function emptyAgain(client: Client): Promise<void> {
  await client.query('rollback');
  for (const schema of ['public', ...(await otherSchemas(client))])
    await client.query(`drop schema if exists ${escapeIdentifier(schema)} cascade`);
  await client.query('create schema public');
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'hanan-restore', types: valueParsers });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
