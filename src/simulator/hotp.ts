import { createHmac } from 'node:crypto';
import { MINUTE } from '../kernel/time';

/** So many codes ahead of its counter a chip accepts: those that were asked for and never typed. */
export const LOOK_AHEAD = 10;
export const TRIES = 5;
export const PAUSE_MS = 15 * MINUTE;

const DIGITS = 8;
const CODE = /^([1-8])(\d{8})$/;

export interface CodeMatch {
  readonly hours: number;
  /** The counter the chip expects next: a code works once, and so do all before it. */
  readonly nextCounter: number;
}

/** What a typed code grants: one digit for the hours and eight digits of HOTP (docs/chip-protocol.md); null for a wrong one. */
export function matchCode(secret: Uint8Array, typed: string, counter: number): CodeMatch | null {
  const [, hours, digits] = CODE.exec(typed) ?? [];
  if (hours === undefined || digits === undefined) return null;
  const key = codeKey(secret, Number(hours));
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1)
    if (hotp(key, counter + ahead) === digits) return { hours: Number(hours), nextCounter: counter + ahead + 1 };
  return null;
}

/** One key for each number of hours, one counter for all. */
export const codeKey = (secret: Uint8Array, hours: number): Buffer =>
  createHmac('sha256', secret).update(`hanan-hotp-v1:${hours}`).digest();

/** RFC 4226 with SHA-1. */
export function hotp(key: Uint8Array, counter: number, digits = DIGITS): string {
  const moving = Buffer.alloc(8);
  moving.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(moving).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}
