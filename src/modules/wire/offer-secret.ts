import { createPublicKey, diffieHellman, generateKeyPairSync, createPrivateKey, type KeyObject } from 'node:crypto';

/** What the platform's half is sealed as. */
export const SECRET_HALF = 'chip.secret-half';

/** The platform's half of a new secret: X25519 (RFC 7748), made for one change and forgotten with it. */
export interface Half {
  readonly x: string;
  /** PKCS#8 in base64url. */
  readonly kept: string;
}

export function newHalf(): Half {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  const kept = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
  return { x: xOf(publicKey), kept };
}

/** The public half of one that was kept. */
export const publicHalf = (kept: string): string => xOf(createPublicKey(privateHalf(kept)));

/** What both halves come to; null for a key that is none, or that leaves the result to whoever sent it. */
export function sharedWith(kept: string, x: string): Buffer | null {
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
    const shared = diffieHellman({ privateKey: privateHalf(kept), publicKey });
    return shared.some((byte) => byte !== 0) ? shared : null;
  } catch {
    return null;
  }
}

const privateHalf = (kept: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(kept, 'base64url'), format: 'der', type: 'pkcs8' });

const xOf = (key: KeyObject): string => key.export({ format: 'jwk' }).x ?? '';
