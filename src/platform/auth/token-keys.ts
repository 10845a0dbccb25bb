import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { SECOND, type Instant } from '../../kernel/time';
import type { Config } from '../config/config';

type Secrets = Pick<Config, 'jwtSecret' | 'otherJwtSecret' | 'refreshKeys'>;

/** Tokens that fit no key are looked at often by whoever sends rubbish: the file is not read for each. */
const LOOK_AGAIN_AFTER = SECOND;
let lookedAt: Instant = 0;

/**
 * The secret by which a token was signed, of those that are taken. The present one where it fits none: the check that
 * follows says what is wrong. A secret that came while this process slept is read first.
 */
export function signingKeyOf(token: string, secrets: Secrets, now: Instant): KeyObject {
  const found = fitting(token, secrets, now);
  if (found !== null || now - lookedAt < LOOK_AGAIN_AFTER) return keyOf(found ?? secrets.jwtSecret);
  lookedAt = now;
  secrets.refreshKeys();
  return keyOf(fitting(token, secrets, now) ?? secrets.jwtSecret);
}

function fitting(token: string, { jwtSecret, otherJwtSecret: other }: Secrets, now: Instant): string | null {
  if (signs(jwtSecret, token)) return jwtSecret;
  const isTaken = other !== null && (other.until === null || now < other.until);
  return isTaken && signs(other.secret, token) ? other.secret : null;
}

/** HS256, as the header of every token that this platform made says. */
function signs(secret: string, token: string): boolean {
  const end = token.lastIndexOf('.');
  const expected = createHmac('sha256', secret)
    .update(token.slice(0, Math.max(end, 0)))
    .digest();
  const given = Buffer.from(token.slice(end + 1), 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Of a text the library would first try, with each request anew, whether it is a public key. */
const keyOf = (secret: string): KeyObject => createSecretKey(secret, 'utf8');
