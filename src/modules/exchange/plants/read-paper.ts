import { createPublicKey, verify, type JsonWebKey, type KeyObject } from 'node:crypto';

/** The algorithms that a plant may sign with, each with the key that it needs. */
const ALGORITHMS = {
  EdDSA: { type: 'ed25519', curve: undefined, digest: null },
  ES256: { type: 'ec', curve: 'prime256v1', digest: 'sha256' },
} as const;
type Algorithm = keyof typeof ALGORITHMS;

const PAPER_TYPE = 'hanan-paper+jws';

/** A signed paper before anybody knows whether it is true. */
export interface SignedPaper {
  readonly alg: Algorithm;
  readonly kid: string;
  readonly payload: unknown;
  readonly signed: string;
  readonly signature: Buffer;
}

/** A JWS in its compact form (RFC 7515). Null: it is none, or is signed in a way that is not agreed on. */
export function readPaper(jws: string): SignedPaper | null {
  const [head, body, signature, ...rest] = jws.split('.');
  if (!head || !body || !signature || rest.length > 0) return null;
  const [header, payload] = [parsed(head), parsed(body)];
  if (typeof header !== 'object' || header === null || payload === undefined) return null;
  const { alg, kid, typ, crit } = header as Record<string, unknown>;
  if (typeof alg !== 'string' || !Object.hasOwn(ALGORITHMS, alg) || typeof kid !== 'string') return null;
  if (typ !== PAPER_TYPE || crit !== undefined) return null;
  return {
    alg: alg as Algorithm,
    kid,
    payload,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return undefined;
  }
}

/** A public key as it was given, if it is one of the agreed kinds; a private key is none. */
export function publicKeyOf(jwk: Readonly<Record<string, unknown>>): KeyObject | null {
  if ('d' in jwk) return null;
  try {
    const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
    return Object.values(ALGORITHMS).some((one) => fits(key, one)) ? key : null;
  } catch {
    return null;
  }
}

const fits = (
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
  { type, curve }: (typeof ALGORITHMS)[Algorithm],
) => asymmetricKeyType === type && (curve === undefined || asymmetricKeyDetails?.namedCurve === curve);

/** Whether whoever holds the private key signed exactly this. A key is never used with the algorithm of another kind. */
export function isTrue({ alg, signed, signature }: SignedPaper, jwk: Readonly<Record<string, unknown>>): boolean {
  const key = publicKeyOf(jwk);
  const algorithm = ALGORITHMS[alg];
  if (key === null || !fits(key, algorithm)) return false;
  return verify(algorithm.digest, Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }, signature);
}
