import { randomInt } from 'node:crypto';

const HOW_MANY = 10;
const LENGTH = 10;
/** Without signs that look like others on paper. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 50 bits each; written in two halves. */
export const newRecoveryCodes = (): string[] => Array.from({ length: HOW_MANY }, newCode);

function newCode(): string {
  const signs = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, LENGTH / 2)}-${signs.slice(LENGTH / 2)}`;
}

/** However it was typed; null where it cannot be one. */
export function recoveryCode(typed: string): string | null {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '');
  return signs.length === LENGTH && [...signs].every((sign) => SIGNS.includes(sign)) ? signs : null;
}
