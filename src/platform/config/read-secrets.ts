import type { Config } from './config';
import {
  keptSecrets,
  OPTIONAL_SECRETS,
  secretTexts,
  SECRET_NAMES,
  type SecretName,
  type SecretTexts,
} from './kept-secrets';
import { readUnlockKey, type UnlockKey } from './unlock-key';
import { Variables, type Environment } from './variables';

type Kept =
  | 'jwtSecret'
  | 'otherJwtSecret'
  | 'masterKeys'
  | 'masterSeals'
  | 'tipKeys'
  | 'tipSeals'
  | 'searchKey'
  | 'laterSearchKeys'
  | 'signingKeys'
  | 'signingVersion'
  | 'unlockKeys';

/** The part of the configuration that is made of secrets. It alone changes while a process runs. */
export type ReadSecrets = Pick<Config, Kept>;

type Place = Pick<Config, 'role' | 'dataDir' | 'databaseUrl' | 'secretsFile'>;

/** Those given, and for the rest those of the file. Undefined where something is wrong, which `read` knows then. */
export function readSecrets(read: Variables, place: Place): ReadSecrets | undefined {
  const { role, databaseUrl, secretsFile } = place;
  if (databaseUrl === null && role !== 'all')
    read.wrong(`ROLE=${role} needs DATABASE_URL: several processes share one external database`);
  const given: SecretTexts = {};
  for (const name of SECRET_NAMES) given[name] = read.text(name) ?? undefined;
  const shared = databaseUrl !== null || role !== 'all';
  const known = shared && secretsFile !== null ? { ...secretTexts(secretsFile, {}), ...defined(given) } : given;
  if (shared) askForAll(read, known);
  if (read.problems.length > 0) return undefined;
  const texts = shared ? known : keptSecrets(place.dataDir, given);
  return secretsOf(texts, (problem) => read.wrong(problem));
}

/** Those that the file of a running process holds by now, with the ones of its environment. Throws where one is wrong. */
export function readSecretsAgain(secretsFile: string, environment: Environment): ReadSecrets {
  const read = new Variables(environment);
  const secrets = secretsOf(secretTexts(secretsFile, environment), (problem) => read.wrong(problem));
  if (read.problems.length > 0) throw new Error(`${secretsFile}: ${read.problems.join('; ')}`);
  return secrets;
}

type Complain = (problem: string) => void;

function secretsOf(texts: SecretTexts, wrong: Complain): ReadSecrets {
  const master = versionedKeys(wrong, 'MASTER_KEY', texts.MASTER_KEY ?? '');
  const tip = versionedKeys(wrong, 'TIP_KEY', texts.TIP_KEY ?? '');
  const [searchKey = Buffer.alloc(0), ...laterSearchKeys] = searchKeys(wrong, texts.SEARCH_KEY ?? '');
  return {
    jwtSecret: jwtSecret(wrong, texts.JWT_SECRET ?? ''),
    otherJwtSecret: otherJwtSecret(wrong, texts.JWT_SECRET_B),
    ...{ masterKeys: master.keys, masterSeals: master.seals, tipKeys: tip.keys, tipSeals: tip.seals },
    ...{ searchKey, laterSearchKeys },
    ...signingKeys(wrong, texts.SIGNING_KEY),
    unlockKeys: (['UNLOCK_SIGNING_KEY', 'UNLOCK_SIGNING_KEY_B'] as const).flatMap((name) =>
      unlockKey(wrong, name, texts[name]),
    ),
  };
}

const defined = (texts: SecretTexts): SecretTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));

function askForAll(read: Variables, given: SecretTexts): void {
  for (const name of SECRET_NAMES)
    if (!OPTIONAL_SECRETS.includes(name) && given[name] === undefined)
      read.wrong(
        `${name} must be given when DATABASE_URL or ROLE is set, here or in SECRETS_FILE: all processes and restarts need the same one`,
      );
}

function jwtSecret(wrong: Complain, text: string): string {
  if (text.length < 32) wrong('JWT_SECRET must have at least 32 characters');
  return text;
}

/** `+<secret>`: the one to come, `<time> <secret>`: the one before, whose tokens are taken until then. */
function otherJwtSecret(wrong: Complain, text: string | undefined): Config['otherJwtSecret'] {
  if (text === undefined) return null;
  const [, time = '', secret = ''] = /^(\+|\S+Z )(.+)$/s.exec(text) ?? [];
  if (time === '+') return { secret: jwtSecret(wrong, secret), until: null };
  const until = Date.parse(time.trim());
  if (Number.isNaN(until)) wrong('JWT_SECRET_B must be +<secret> (to come) or <time in UTC> <secret> (the one before)');
  return { secret: jwtSecret(wrong, secret), until };
}

/**
 * `1:<base64>,2:<base64>`: keys by version; a bare key is version 1. The highest seals, but none with a plus before it:
 * `1:<base64>,+2:<base64>` lets every process learn a key before the first one seals by it.
 */
export function versionedKeys(wrong: Complain, name: SecretName, text: string): VersionedKeys {
  const found = keysByVersion(wrong, name, text);
  if (found.seals === 0) wrong(`${name}: no key of it seals; take the plus before one away`);
  return found;
}

export interface VersionedKeys {
  readonly keys: Map<number, Buffer>;
  /** 0: every key has a plus before it. */
  readonly seals: number;
}

function keysByVersion(wrong: Complain, name: SecretName, text: string): VersionedKeys {
  const keys = new Map<number, Buffer>();
  let seals = 0;
  for (const part of text.split(',')) {
    const [, plus = '', version = '1', key = ''] = /^(?:(\+?)(\d+):)?(.*)$/.exec(part.trim()) ?? [];
    keys.set(Number(version), key32(wrong, name, key));
    if (plus === '') seals = Math.max(seals, Number(version));
  }
  return { keys, seals };
}

/** `2:<base64>,+3:<base64>`: the first is derived from SEARCH_KEY and stands nowhere. */
export function signingKeys(wrong: Complain, text: string | undefined): Pick<Config, 'signingKeys' | 'signingVersion'> {
  if (text === undefined) return { signingKeys: new Map(), signingVersion: 1 };
  const { keys, seals } = keysByVersion(wrong, 'SIGNING_KEY', text);
  if ([...keys.keys()].some((version, i) => version !== i + 2))
    wrong('SIGNING_KEY: keep every key from version 2 on, in order: older blocks and packs are checked by them');
  return { signingKeys: keys, signingVersion: Math.max(1, seals) };
}

/** Each later key is laid over those before it, so none may be missing. */
function searchKeys(wrong: Complain, text: string): Buffer[] {
  const { keys } = versionedKeys(wrong, 'SEARCH_KEY', text);
  const versions = [...keys.keys()].sort((a, b) => a - b);
  if (versions.some((version, i) => version !== i + 1))
    wrong('SEARCH_KEY: keep every key from version 1 on: each is laid over those before it');
  return versions.map((version) => keys.get(version) ?? Buffer.alloc(0));
}

function key32(wrong: Complain, name: string, text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length !== 32) wrong(`${name} must be 32 bytes in base64 or hex, for instance from: openssl rand -base64 32`);
  return key;
}

function unlockKey(wrong: Complain, name: SecretName, text: string | undefined): UnlockKey[] {
  if (text === undefined) return [];
  try {
    return [readUnlockKey(text)];
  } catch {
    wrong(
      `${name} must be an Ed25519 private key as PEM or JWK, for instance from: openssl genpkey -algorithm ed25519`,
    );
    return [];
  }
}
