import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import type { Config } from './config';

/** DER of an Ed25519 private key (RFC 8410) up to its 32 bytes of seed. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair for one purpose; `kid` is its RFC 7638 thumbprint. */
export interface DerivedKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A public key as RFC 8037 writes it. */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

/** Derived (HKDF-SHA256), so that each purpose has a key of its own. */
function derivedKey(secret: Buffer, purpose: string): DerivedKey {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { kid: thumbprintOf(publicKey.export({ format: 'jwk' })), privateKey, publicKey };
}

export type SigningSecrets = Pick<Config, 'searchKey' | 'signingKeys' | 'signingVersion'>;

/** All keys of one purpose that ever signed, or are about to, the oldest first; and the one that signs. */
export function signingKeys(
  secrets: SigningSecrets,
  purpose: string,
): { readonly all: readonly DerivedKey[]; readonly signs: DerivedKey } {
  const first = derivedKey(secrets.searchKey, purpose);
  const all = [first, ...[...secrets.signingKeys.values()].map((secret) => derivedKey(secret, purpose))];
  return { all, signs: all[secrets.signingVersion - 1] ?? first };
}

export function publicJwk(publicKey: KeyObject): PublicJwk {
  const { kty = '', crv = '', x = '' } = publicKey.export({ format: 'jwk' });
  return { kty, crv, x, kid: thumbprintOf({ kty, crv, x }), alg: 'EdDSA', use: 'sig' };
}

export const keyOfJwk = ({ kty, crv, x }: Pick<PublicJwk, 'kty' | 'crv' | 'x'>): KeyObject =>
  createPublicKey({ key: { kty, crv, x }, format: 'jwk' });

/** RFC 7638. */
export const thumbprintOf = ({ crv, kty, x }: { crv?: string; kty?: string; x?: string }): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');
