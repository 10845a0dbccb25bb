import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { numberedModules } from './project-files';

/** Any number that no other program on the same server uses for an advisory lock. */
const MIGRATION_LOCK = 795_478_400;

/** Brings the schema up to date and returns the names of what was run. Two processes that start at once wait for each other. */
export async function migrate(url: string): Promise<string[]> {
  return underLock(url, () => runMigrations(url));
}

/** Those of `names`, or all. The caller holds the lock. */
export async function runMigrations(url: string, names?: readonly string[]): Promise<string[]> {
  const source = await migrationSource(url, names);
  try {
    const run = await source.runMigrations({ transaction: 'each' });
    return run.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

export const knownMigrations = async (): Promise<string[]> => (await migrationClasses()).map(({ name }) => name);

/** Undoes all migrations, the newest first; for the check that each `down` fits its `up`. */
export async function revertAll(url: string): Promise<void> {
  await underLock(url, async () => {
    const source = await migrationSource(url);
    try {
      for (const _ of source.migrations) await source.undoLastMigration({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
  });
}

/** Work that only one process at a time may do on this database. The lock needs a session of its own, so no PgBouncer here. */
export async function underLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'hanan-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await work();
  } finally {
    await client.end();
  }
}

async function migrationClasses(): Promise<(new () => MigrationInterface)[]> {
  const modules = await numberedModules('migrations');
  return modules.flatMap((module) => Object.values(module)) as (new () => MigrationInterface)[];
}

async function migrationSource(url: string, names?: readonly string[]): Promise<DataSource> {
  const all = await migrationClasses();
  const migrations = names ? all.filter(({ name }) => names.includes(name)) : all;
  return new DataSource({
    type: 'postgres',
    url,
    migrations,
    poolSize: 1,
    applicationName: 'hanan-migrate',
    installExtensions: false,
  }).initialize();
}
