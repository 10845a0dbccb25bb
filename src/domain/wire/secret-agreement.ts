import { createHmac } from 'node:crypto';

/** The new secret of a chip: of the old one and of what only the two who agreed can know. Nothing of it goes over the wire. */
export function agreedSecret(
  { chipNo, no, oldSecret }: { readonly chipNo: string; readonly no: number; readonly oldSecret: Uint8Array },
  shared: Uint8Array,
): Buffer {
  const between = Buffer.from(shared).toString('base64url');
  return createHmac('sha256', oldSecret).update(`hanan-secret-v1:${chipNo}:${no}:${between}`).digest();
}

export const SECRET_STATES = ['waiting', 'agreed', 'done', 'refused'] as const;
/** Waiting for the chip's answer; agreed, until it connects under the new one; over. */
export type SecretState = (typeof SECRET_STATES)[number];

/** A chip that agrees again and again and never connects under what it agreed on has a fault. */
export const MOST_TRIES = 5;
export const NEVER_USED = 'never-used';
