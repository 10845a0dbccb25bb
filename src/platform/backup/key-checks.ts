import { createHmac } from 'node:crypto';
import type { Config } from '../config/config';
import { BackupError } from './backup-error';

/** Tells whether a secret is the one of the backup, and nothing about the secret: the keys are 32 random bytes. */
export interface KeyChecks {
  readonly search: string;
  /** Laid over the first, in order; missing in backups of releases that had one alone. */
  readonly laterSearch?: readonly string[];
  readonly master: Readonly<Record<string, string>>;
  readonly tip: Readonly<Record<string, string>>;
  /** What blocks and packs were signed by, from version 2 on; missing in backups of earlier releases. */
  readonly signing?: Readonly<Record<string, string>>;
}

type Keys = Pick<Config, 'searchKey' | 'laterSearchKeys' | 'masterKeys' | 'tipKeys' | 'signingKeys'>;

const checkOf = (key: Buffer): string =>
  createHmac('sha256', key).update('hanan backup key check 1').digest('base64url');

const ofVersions = (keys: ReadonlyMap<number, Buffer>): Record<string, string> =>
  Object.fromEntries([...keys].map(([version, key]) => [String(version), checkOf(key)]));

export const keyChecks = ({ searchKey, laterSearchKeys, masterKeys, tipKeys, signingKeys }: Keys): KeyChecks => ({
  search: checkOf(searchKey),
  laterSearch: laterSearchKeys.map(checkOf),
  master: ofVersions(masterKeys),
  tip: ofVersions(tipKeys),
  signing: ofVersions(signingKeys),
});

/** More versions than the backup knows are no fault. */
export function demandKeys(wanted: KeyChecks, config: Keys): void {
  const has = keyChecks(config);
  const wrong = [
    ...(wanted.search === has.search ? [] : ['SEARCH_KEY']),
    ...(wanted.laterSearch ?? []).flatMap((check, i) =>
      check === has.laterSearch?.[i] ? [] : [`SEARCH_KEY ${i + 2}`],
    ),
    ...missing(wanted.master, has.master).map((version) => `MASTER_KEY ${version}`),
    ...missing(wanted.tip, has.tip).map((version) => `TIP_KEY ${version}`),
    ...missing(wanted.signing ?? {}, has.signing ?? {}).map((version) => `SIGNING_KEY ${version}`),
  ];
  if (wrong.length > 0) throw new BackupError('secrets-differ', wrong.join(', '));
}

const missing = (wanted: KeyChecks['master'], has: KeyChecks['master']): string[] =>
  Object.keys(wanted).filter((version) => wanted[version] !== has[version]);
