import { createHmac } from 'node:crypto';

const DIGITS = 8;

/** The key of the codes for `hours` (docs/chip-protocol.md): raw HMAC-SHA256 of the chip's secret. */
export const oneTimeKey = (secret: Uint8Array, hours: number): Buffer =>
  createHmac('sha256', secret).update(`hanan-hotp-v1:${hours}`).digest();

/** HOTP, RFC 4226 with SHA-1 and dynamic truncation (5.3). */
export function hotp(key: Uint8Array, counter: number, digits: number): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const hash = createHmac('sha1', key).update(moving).digest();
  const offset = hash.readUInt8(hash.length - 1) & 0x0f;
  const truncated = hash.readUInt32BE(offset) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

/** What is typed into the chip: the hours, then eight digits. */
export const oneTimeCode = (secret: Uint8Array, hours: number, counter: number): string =>
  `${hours}${hotp(oneTimeKey(secret, hours), counter, DIGITS)}`;
