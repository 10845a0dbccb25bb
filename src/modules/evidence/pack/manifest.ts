import { createHash } from 'node:crypto';
import type { PublicJwk } from '../../../platform/config/derived-key';

export const FORMAT = 'hanan-evidence-1';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.jws';

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}

/** What the signature of a pack covers: every file by its hash, and which verdicts the case stood on. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly platform: string;
  readonly caseId: string;
  readonly caseVersion: number;
  readonly takenAt: string;
  readonly verdicts: readonly { readonly arcId: string; readonly rule: string; readonly version: number }[];
  /** A fingerprint names this key; without one that was given from outside it proves nothing. */
  readonly key: PublicJwk;
  /** Of audit blocks that name no key. */
  readonly auditKey: PublicJwk;
  /** Of those that name one; none where the signing keys were never changed. */
  readonly laterAuditKeys?: readonly PublicJwk[];
  readonly files: readonly ListedFile[];
}

export const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

export const listed = (files: ReadonlyMap<string, Buffer>): ListedFile[] =>
  [...files]
    .map(([path, content]) => ({ path, bytes: content.length, sha256: sha256(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** A key's thumbprint (RFC 7638) as people read it aloud: hexadecimal digits in groups of four. */
export const fingerprintOf = (kid: string): string =>
  (Buffer.from(kid, 'base64url').toString('hex').toUpperCase().match(/.{4}/g) ?? []).join(' ');

/** The thumbprint that somebody typed as a fingerprint, or copied as it stands in the key set; null: neither. */
export function kidOfFingerprint(typed: string): string | null {
  const digits = typed.replace(/[\s:-]/g, '');
  if (/^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, 'hex').toString('base64url');
  return /^[\w-]{43}$/.test(typed.trim()) ? typed.trim() : null;
}
