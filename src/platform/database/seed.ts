import { Client } from 'pg';
import { underLock } from './migrate';
import { numberedModules } from './project-files';

/** What a file in `seeds/reference` exports. Run at every start, so it adds what is missing and overwrites nothing of a person's. */
interface ReferenceSeed {
  readonly seed: (client: Client) => Promise<void>;
}

/** Reference data (regions): what the platform cannot work without and no person enters. One transaction. */
export async function seedReference(url: string): Promise<void> {
  await underLock(url, () => runSeeds(url));
}

/** The caller holds the lock. */
export async function runSeeds(url: string): Promise<void> {
  const seeds = (await numberedModules('seeds/reference')) as unknown as ReferenceSeed[];
  const client = new Client({ connectionString: url, application_name: 'hanan-seed' });
  await client.connect();
  try {
    await client.query('begin; set local role hanan_system');
    for (const { seed } of seeds) await seed(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
