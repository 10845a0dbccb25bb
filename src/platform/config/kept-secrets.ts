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
  const file = fileOf(dataDir);
  const kept = secretsIn(dataDir);
  const missing = SECRET_NAMES.filter((name) => given[name] === undefined && kept[name] === undefined);
  if (missing.length > 0) {
    if (existsSync(join(dataDir, 'postgres.password')) && !existsSync(file))
      throw new Error(
        `${file} is missing: without it the personal data in the database beside it cannot be read. Restore it.`,
      );
    for (const name of missing) kept[name] = MAKERS[name]();
    keepSecrets(dataDir, kept);
  }
  return Object.fromEntries(SECRET_NAMES.map((name) => [name, given[name] ?? kept[name]])) as Record<
    SecretName,
    string
  >;
}

const fileOf = (dataDir: string): string => join(dataDir, 'secrets.json');

/** Those that the folder keeps; none where it keeps none. */
const secretsIn = (dataDir: string): SecretTexts =>
  existsSync(fileOf(dataDir)) ? (JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as SecretTexts) : {};

/** Those that are there, given or kept; nothing is made. */
export function secretTexts(dataDir: string, environment: Readonly<Record<string, string | undefined>>): SecretTexts {
  const kept = secretsIn(dataDir);
  return Object.fromEntries(
    SECRET_NAMES.flatMap((name) => {
      const value = environment[name]?.trim() || kept[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Complete or not at all. */
export function keepSecrets(dataDir: string, secrets: SecretTexts): void {
  const file = fileOf(dataDir);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(`${file}.new`, 0o600); // an older file of that name would have kept its mode
  renameSync(`${file}.new`, file);
}
