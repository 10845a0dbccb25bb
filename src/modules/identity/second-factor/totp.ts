import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { SECOND, type Instant } from '../../../kernel/time';

const PERIOD = 30 * SECOND;
/** RFC 6238, 5.2: a phone whose clock is half a minute off is let in. */
const STEPS_OFF = 1;
const ISSUER = 'Hanan';

/** 160 bits, as RFC 4226 advises; base32. */
export const newTotpSecret = (): string => new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;

/** What an authenticator app reads from the picture. */
export const totpAddress = (secret: string, username: string): string => totp(secret, username).toString();

/** The step that the code belongs to; null where it belongs to none of now. */
export function totpStep(secret: string, code: string, at: Instant): number | null {
  const off = totp(secret, '').validate({ token: code, timestamp: at, window: STEPS_OFF });
  return off === null ? null : Math.floor(at / PERIOD) + off;
}

const totp = (secret: string, label: string): TOTP =>
  new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD / SECOND,
    secret: Secret.fromBase32(secret),
  });
