import type { Config } from '../config/config';
import { EmbeddedPostgres } from '../embedded/embedded-postgres';
import { DatabaseAddress } from './database-address';
import { migrate } from './migrate';
import { seedReference } from './seed';

export interface OpenDatabase {
  readonly address: DatabaseAddress;
  close(): Promise<void>;
}

/** The database of this process, with schema and reference data up to date. Starts the embedded server where none is configured. */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const server = config.databaseUrl === null ? await startEmbedded(config, say) : null;
  const url = server?.url() ?? config.databaseUrl ?? '';
  const address = new DatabaseAddress(url, config.databaseDirectUrl ?? url);
  try {
    await migrate(address.directUrl);
    await seedReference(address.directUrl);
  } catch (fault) {
    await server?.stop();
    throw fault;
  }
  return { address, close: async () => server?.stop() };
}

const startEmbedded = (config: Config, say: (line: string) => void): Promise<EmbeddedPostgres> =>
  EmbeddedPostgres.start({ dataDir: config.dataDir, settings: config.embeddedSettings, say });
