import type { Config } from '../config/config';
import { EmbeddedPostgres } from '../embedded/embedded-postgres';
import { runningServerUrl } from '../embedded/running-server';

export interface ReachedDatabase {
  /** Past PgBouncer. */
  readonly url: string;
  leave(): Promise<void>;
}

/** The configured database, the embedded one of a running platform, or the embedded one started for this look. */
export async function reachDatabase(config: Config): Promise<ReachedDatabase> {
  const running = config.databaseDirectUrl ?? config.databaseUrl ?? (await runningServerUrl(config.dataDir));
  if (running !== null) return { url: running, leave: () => Promise.resolve() };
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, settings: config.embeddedSettings });
  return { url: server.url(), leave: () => server.stop() };
}
