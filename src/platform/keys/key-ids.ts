import { createHmac } from 'node:crypto';
import type { Config } from '../config/config';
import { sealingVersion } from '../database/sealer';

type Keys = Pick<
  Config,
  | 'jwtSecret'
  | 'otherJwtSecret'
  | 'masterKeys'
  | 'masterSeals'
  | 'tipKeys'
  | 'tipSeals'
  | 'searchKey'
  | 'laterSearchKeys'
  | 'unlockKeys'
  | 'signingKeys'
  | 'signingVersion'
>;

/** Which keys a process holds, and which of them it uses. It tells nothing about a key. */
export interface HeldKeys {
  readonly jwt: { readonly signs: string; readonly takes: readonly string[] };
  readonly master: { readonly seals: number; readonly opens: readonly string[] };
  readonly tip: { readonly seals: number; readonly opens: readonly string[] };
  readonly search: readonly string[];
  readonly unlock: readonly string[];
  /** Missing in what an earlier release tells. */
  readonly signing?: { readonly signs: number; readonly knows: readonly string[] };
}

/** Keys are 32 random bytes, so a keyed hash of a constant gives none away. */
export const keyId = (key: Buffer | string): string =>
  createHmac('sha256', key).update('hanan key holder 1').digest('base64url').slice(0, 12);

const opened = (keys: ReadonlyMap<number, Buffer>): string[] =>
  [...keys].map(([version, key]) => `${version} ${keyId(key)}`).sort();

export const heldKeys = (keys: Keys): HeldKeys => ({
  jwt: {
    signs: keyId(keys.jwtSecret),
    takes: [keys.jwtSecret, ...(keys.otherJwtSecret ? [keys.otherJwtSecret.secret] : [])].map(keyId).sort(),
  },
  master: { seals: sealingVersion(keys), opens: opened(keys.masterKeys) },
  tip: {
    seals: sealingVersion({ masterKeys: keys.tipKeys, masterSeals: keys.tipSeals }),
    opens: opened(keys.tipKeys),
  },
  search: [keys.searchKey, ...keys.laterSearchKeys].map(keyId),
  unlock: keys.unlockKeys.map(({ kid }) => kid),
  signing: { signs: keys.signingVersion, knows: opened(keys.signingKeys) },
});
