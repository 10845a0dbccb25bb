import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Config } from '../config/config';
import {
  keepSecrets,
  OPTIONAL_SECRETS,
  SECRET_NAMES,
  secretsFileIn,
  secretTexts,
  type SecretTexts,
} from '../config/kept-secrets';
import { readConfig } from '../config/read-config';
import type { Environment } from '../config/variables';
import { EmbeddedPostgres } from '../embedded/embedded-postgres';
import { BackupError } from './backup-error';
import { demandKeys } from './key-checks';
import type { Archive } from './load-rows';
import { readPart } from './part-file';

export interface RestorePlace {
  readonly config: Config;
  /** What the archive alone knows; to be kept once the rows are there. */
  readonly found: SecretTexts;
}

/** Where to restore to, with secrets that open this archive. Writes nothing. */
export async function restorePlace(archive: Archive, environment: Environment, dataDir: string): Promise<RestorePlace> {
  const isEmbedded = !environment.DATABASE_URL?.trim();
  if (isEmbedded && existsSync(dataDir) && readdirSync(dataDir).some((name) => name.startsWith('postgres')))
    throw new BackupError('place-not-empty', dataDir);
  const here = secretTexts(environment.SECRETS_FILE?.trim() || secretsFileIn(dataDir), environment);
  const archived = await archivedSecrets(archive);
  const found = Object.fromEntries(
    SECRET_NAMES.flatMap((name) =>
      here[name] === undefined && archived[name] !== undefined ? [[name, archived[name]]] : [],
    ),
  ) as SecretTexts;
  const missing = SECRET_NAMES.filter(
    (name) => !OPTIONAL_SECRETS.includes(name) && here[name] === undefined && found[name] === undefined,
  );
  if (missing.length > 0) throw new BackupError('secrets-missing', missing.join(', '));
  const config = readConfig({ ...environment, ...here, ...found });
  demandKeys(archive.manifest.keys, config);
  return { config, found };
}

async function archivedSecrets({ folder, manifest, keys }: Archive): Promise<SecretTexts> {
  if (!manifest.secrets) return {};
  return JSON.parse(await text(readPart(folder, manifest.secrets.file, keys))) as SecretTexts;
}

/** Runs `work` on the place's database. An embedded one is made for it, and removed again where the work fails. */
export async function inPlace<T>(
  { config }: RestorePlace,
  say: (line: string) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl !== null) return work(config.databaseDirectUrl ?? config.databaseUrl);
  const server = await EmbeddedPostgres.start({ dataDir: config.dataDir, settings: config.embeddedSettings, say });
  try {
    return await work(server.url());
  } catch (fault) {
    await server.stop();
    removeCluster(config.dataDir);
    throw fault;
  } finally {
    await server.stop();
  }
}

/** The cluster may lie elsewhere, behind a link. */
function removeCluster(dataDir: string): void {
  rmSync(realpathSync(join(dataDir, 'postgres')), { recursive: true, force: true });
  for (const name of readdirSync(dataDir))
    if (name.startsWith('postgres')) rmSync(join(dataDir, name), { recursive: true, force: true });
}

/** Secrets out of the archive: where an embedded platform reads them, or in a file for whoever sets the environment. */
export function keepFound({ config, found }: RestorePlace): string | null {
  if (Object.keys(found).length === 0) return null;
  if (config.databaseUrl === null) {
    const file = secretsFileIn(config.dataDir);
    keepSecrets(file, { ...secretTexts(file, {}), ...found });
    return file;
  }
  mkdirSync(config.dataDir, { recursive: true });
  const file = join(config.dataDir, 'secrets.env');
  const lines = Object.entries(found).map(([name, value]) => `${name}=${value.replaceAll('\n', '\\n')}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  return file;
}
