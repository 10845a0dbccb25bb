import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newUnlockKey } from './unlock-key';

/** Secrets by the names of their environment variables, and how each is made. */
const MAKERS = {
  JWT_SECRET: () => randomBytes(32).toString('base64url'),
  MASTER_KEY: () => `1:${randomBytes(32).toString('base64')}`,
  TIP_KEY: () => `1:${randomBytes(32).toString('base64')}`,
  SEARCH_KEY: () => randomBytes(32).toString('base64'),
  UNLOCK_SIGNING_KEY: newUnlockKey,
  UNLOCK_SIGNING_KEY_B: newUnlockKey,
} as const;

export type SecretName = keyof typeof MAKERS;
export const SECRET_NAMES = Object.keys(MAKERS) as SecretName[];
export type SecretTexts = Partial<Record<SecretName, string>>;

/**
 * The secrets of this installation: those given, and for the rest those kept in `DATA_DIR/secrets.json` (0600), made at
 * the first start. With a database but without the file nothing is made up: what was sealed could never be opened again.
 */
export function keptSecrets(dataDir: string, given: SecretTexts): Record<SecretName, string> {
  const file = join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SecretTexts) : {};
  const missing = SECRET_NAMES.filter((name) => given[name] === undefined && kept[name] === undefined);
  if (missing.length > 0) {
    if (existsSync(join(dataDir, 'postgres.password')) && !existsSync(file))
      throw new Error(
        `${file} is missing: without it the personal data in the database beside it cannot be read. Restore it.`,
      );
    for (const name of missing) kept[name] = MAKERS[name]();
    keep(dataDir, file, kept);
  }
  return Object.fromEntries(SECRET_NAMES.map((name) => [name, given[name] ?? kept[name]])) as Record<
    SecretName,
    string
  >;
}

function keep(dataDir: string, file: string, secrets: SecretTexts): void {
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600); // an older file of that name would have kept its mode
  renameSync(`${file}.new`, file);
}
