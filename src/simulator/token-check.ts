import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { SECOND, type Instant } from '../kernel/time';

/** A public key of the platform as a chip holds it. */
export interface HeldKey {
  readonly kid: string;
  /** 32 bytes in base64url. */
  readonly x: string;
  readonly key: KeyObject;
}

type TokenError = 'expired' | 'wrong-chip' | 'wrong-boot' | 'bad-signature' | 'replayed' | 'no-time';

export interface UnlockClaims {
  readonly jobId: string;
  readonly outlet: number;
  readonly expiresAt: Instant;
  readonly until: Instant;
  readonly idleMs: number;
}

/** What a chip knows when a token arrives. */
export interface TokenFacts {
  readonly chipNo: string;
  readonly boot: number;
  /** Null until the platform has said the time since this boot. */
  readonly now: Instant | null;
  readonly keys: readonly HeldKey[];
  readonly usedJobs: readonly string[];
}

export type TokenVerdict =
  { readonly ok: true; readonly claims: UnlockClaims } | { readonly ok: false; readonly error: TokenError };

const no = (error: TokenError): TokenVerdict => ({ ok: false, error });

/** Decides an unlock token (docs/chip-protocol.md, "Unlock token"). Nothing of it is believed before its signature is. */
export function checkToken(token: string, facts: TokenFacts): TokenVerdict {
  const signed = openSigned(token, facts.keys);
  const claims = signed === null ? null : readClaims(signed);
  if (!claims) return no('bad-signature');
  if (claims.sub !== facts.chipNo) return no('wrong-chip');
  if (claims.boot !== facts.boot) return no('wrong-boot');
  if (facts.now === null) return no('no-time');
  if (facts.now >= Math.min(claims.exp, claims.until) * SECOND) return no('expired');
  if (facts.usedJobs.includes(claims.jti)) return no('replayed');
  const { jti: jobId, outlet, exp, until, idle } = claims;
  return {
    ok: true,
    claims: { jobId, outlet, expiresAt: exp * SECOND, until: until * SECOND, idleMs: idle * SECOND },
  };
}

/** The payload of a compact JWS (RFC 7515) signed with Ed25519 (RFC 8037) by a held key; null for anything else. */
export function openSigned(token: string, keys: readonly HeldKey[]): Record<string, unknown> | null {
  const parts = token.split('.');
  const [head, body, signature] = parts.map(strictBase64Url);
  if (parts.length !== 3 || !head || !body || !signature) return null;
  const header = readJson(head);
  const key = keys.find(({ kid }) => kid === header?.['kid']);
  if (!header || header['alg'] !== 'EdDSA' || header['crit'] !== undefined || !key) return null;
  const genuine = verify(null, Buffer.from(token.slice(0, token.lastIndexOf('.'))), key.key, signature);
  return genuine ? readJson(body) : null;
}

/** `Buffer.from` overlooks stray bits and signs; a token has exactly one spelling. */
function strictBase64Url(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.length > 0 && bytes.toString('base64url') === text ? bytes : null;
}

function readJson(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

const NUMBERS = ['iat', 'exp', 'until', 'idle', 'boot', 'outlet'] as const;
type Claims = Record<'sub' | 'jti', string> & Record<(typeof NUMBERS)[number], number>;

function readClaims(payload: Record<string, unknown>): Claims | null {
  const complete =
    payload['iss'] === 'hanan' &&
    typeof payload['sub'] === 'string' &&
    typeof payload['jti'] === 'string' &&
    NUMBERS.every((name) => Number.isSafeInteger(payload[name]));
  return complete ? (payload as Claims) : null;
}

/** The key set the platform publishes; the factory loads its first key (A) into a chip, a `keys` command brings the other. */
export function readKeySet(set: unknown): HeldKey[] {
  const { keys } = set as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('not a JWK set: it has no "keys"');
  return keys.map(readKey);
}

export function readKey(jwk: unknown): HeldKey {
  const { kty, crv, x, kid } = jwk as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || typeof kid !== 'string')
    throw new Error('not an Ed25519 public key with a "kid"');
  return heldKey({ kid, x });
}

export const heldKey = ({ kid, x }: { readonly kid: string; readonly x: string }): HeldKey => ({
  ...{ kid, x, key: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) },
});
