import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
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

type MadeName = keyof typeof MAKERS;
const MADE = Object.keys(MAKERS) as MadeName[];

/** `JWT_SECRET_B` is there during a rotation alone, `SIGNING_KEY` from the first rotation of the signing keys on. */
export type SecretName = MadeName | 'JWT_SECRET_B' | 'SIGNING_KEY';
export const SECRET_NAMES: readonly SecretName[] = [...MADE, 'JWT_SECRET_B', 'SIGNING_KEY'];
/** An installation works without them. */
export const OPTIONAL_SECRETS: readonly SecretName[] = ['UNLOCK_SIGNING_KEY_B', 'JWT_SECRET_B', 'SIGNING_KEY'];
export type SecretTexts = Partial<Record<SecretName, string>>;

/**
 * The secrets of this installation: those given, and for the rest those kept in `DATA_DIR/secrets.json` (0600), made at
 * the first start. With a database but without the file nothing is made up: what was sealed could never be opened again.
 */
export function keptSecrets(dataDir: string, given: SecretTexts): SecretTexts {
  const file = secretsFileIn(dataDir);
  const kept = secretsIn(file);
  const missing = MADE.filter((name) => given[name] === undefined && kept[name] === undefined);
  if (missing.length > 0) {
    if (existsSync(join(dataDir, 'postgres.password')) && !existsSync(file))
      throw new Error(
        `${file} is missing: without it the personal data in the database beside it cannot be read. Restore it.`,
      );
    for (const name of missing) kept[name] = MAKERS[name]();
    keepSecrets(file, kept);
  }
  return secretTexts(file, given);
}

export const secretsFileIn = (dataDir: string): string => join(dataDir, 'secrets.json');

/** Those that the file keeps; none where there is no file. */
export const secretsIn = (file: string): SecretTexts =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SecretTexts) : {};

/** Those that are there, given or kept; nothing is made. */
export function secretTexts(
  file: string | null,
  environment: Readonly<Record<string, string | undefined>>,
): SecretTexts {
  const kept = file === null ? {} : secretsIn(file);
  return Object.fromEntries(
    SECRET_NAMES.flatMap((name) => {
      const value = environment[name]?.trim() || kept[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Complete or not at all, also where the machine stops: a rotation rewrites the only copy. */
export function keepSecrets(file: string, secrets: SecretTexts): void {
  mkdirSync(dirname(file), { recursive: true });
  rmSync(`${file}.new`, { force: true }); // an older file of that name would keep its mode
  const written = openSync(`${file}.new`, 'wx', 0o600);
  writeFileSync(written, `${JSON.stringify(secrets, null, 2)}\n`);
  fsyncSync(written);
  closeSync(written);
  renameSync(`${file}.new`, file);
}
