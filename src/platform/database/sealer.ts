import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Config } from '../config/config';

type Keys = Pick<Config, 'masterKeys' | 'masterSeals' | 'searchKey' | 'laterSearchKeys' | 'searchVersion'>;

/** Asked anew at each use: a rotation changes them under a running process. */
export type SealerKeys = Pick<Keys, 'masterKeys' | 'searchKey'> & Partial<Keys & Pick<Config, 'refreshKeys'>>;

/**
 * Personal data and chip secrets at rest: AES-256-GCM, `k<version>.<base64url nonce+tag+ciphertext>`.
 * `context` names what the value belongs to (`welder.id-number`); a value cannot be opened as another kind.
 */
export class Sealer {
  constructor(private readonly keys: SealerKeys) {}

  seal(context: string, plain: string): string {
    const version = sealingVersion(this.keys);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(version), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return `k${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`;
  }

  open(context: string, sealed: string): string {
    const [version = '', body = ''] = sealed.slice(1).split('.');
    const bytes = Buffer.from(body, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', this.key(Number(version)), bytes.subarray(0, 12))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(12, 28));
    return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
  }

  /**
   * A keyed hash for exact search and uniqueness; under keys of its own, so that one leak does not open the other. It is
   * made with all search keys that the database is made with; never keep one in memory beyond a request.
   */
  fingerprint(context: string, plain: string): string {
    return this.laid(this.derive(context, plain), this.keys.searchVersion ?? 1);
  }

  /** As `fingerprint` made it under each of the keys, for a hash that no rotation can make anew; the newest first. */
  fingerprints(context: string, plain: string): string[] {
    const first = this.derive(context, plain);
    const known = 1 + (this.keys.laterSearchKeys?.length ?? 0);
    return Array.from({ length: known }, (_, i) => this.laid(first, known - i));
  }

  /** A keyed hash that no rotation changes: of what nobody can guess, or for what is never stored. */
  derive(context: string, plain: string): string {
    return createHmac('sha256', this.keys.searchKey).update(`${context}\0${plain}`).digest('base64url');
  }

  private laid(first: string, version: number): string {
    return (this.keys.laterSearchKeys ?? []).slice(0, version - 1).reduce(layOver, first);
  }

  /** A version that came while this process slept is read before it is missed. */
  private key(version: number): Buffer {
    if (!this.keys.masterKeys.has(version)) this.keys.refreshKeys?.();
    const key = this.keys.masterKeys.get(version);
    if (!key) throw new Error(`master key version ${version} is not configured`);
    return key;
  }
}

/** The next layer of a keyed hash. It needs the hash alone, so a rotation never sees what was hashed. */
export const layOver = (hash: string, key: Buffer): string =>
  createHmac('sha256', key).update(`layer\0${hash}`).digest('base64url');

export const sealingVersion = ({ masterKeys, masterSeals }: Pick<SealerKeys, 'masterKeys' | 'masterSeals'>): number =>
  masterSeals ?? Math.max(...masterKeys.keys());
