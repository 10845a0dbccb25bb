/** Values that several messages share. Bounds keep out what no clock, counter or machine can mean. */

const LARGEST_INT = 2_147_483_646;

/** Milliseconds since 1970 by the chip's clock; up to the year 9999, because a wrong clock is corrected, not refused. */
export const time = { type: ['integer', 'null'], minimum: 0, maximum: 253_402_300_799_999 } as const;

/** Milliseconds since boot; a little over three years. */
export const up = { type: 'integer', minimum: 0, maximum: 100_000_000_000 } as const;

export const version = { const: 1 } as const;
export const boot = { type: 'integer', minimum: 1, maximum: LARGEST_INT } as const;
export const seq = { type: 'integer', minimum: 1, maximum: LARGEST_INT } as const;

/** The next one-time-code counter. */
export const hotp = { type: 'integer', minimum: 0, maximum: LARGEST_INT } as const;

/** Jobs and commands are named by ULIDs. */
export const id = { type: 'string', pattern: '^[0-9A-Za-z_-]{1,40}$' } as const;
export const idOrNull = { type: ['string', 'null'], pattern: '^[0-9A-Za-z_-]{1,40}$' } as const;

/** A key of the platform by its RFC 7638 thumbprint. */
const kid = { type: 'string', pattern: '^[0-9A-Za-z_-]{1,64}$' } as const;
export const kids = { type: 'array', minItems: 1, maxItems: 8, items: kid } as const;
export const settingsNo = { type: 'integer', minimum: 0, maximum: LARGEST_INT } as const;

/** A public key of X25519 (RFC 7748): 32 bytes in base64url. */
export const x25519 = { type: 'string', pattern: '^[0-9A-Za-z_-]{43}$' } as const;

export const relay = { enum: ['open', 'closed'] } as const;
export const relayOrNull = { enum: ['open', 'closed', null] } as const;
export const outlet = { type: 'integer', minimum: 1, maximum: 16 } as const;

/** Words of a maker: no control, formatting or unassigned characters. */
export const words = (longest: number) =>
  ({ type: ['string', 'null'], maxLength: longest, pattern: '^\\P{C}*$' }) as const;

export const SCHEMA = 'http://json-schema.org/draft-07/schema#';
