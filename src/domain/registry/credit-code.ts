import { ok, refused, type Result } from '../../kernel/result';

export type CreditCodeFault = 'enterprise.uscc-malformed' | 'enterprise.uscc-checksum';

/** GB 32100: digits and capitals without I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check sign of the first 17 signs of a unified social credit code (GB 32100: weights 3^i modulo 31). */
export function creditCodeChecksum(body: string): string {
  let weight = 1;
  let sum = 0;
  for (const sign of body.slice(0, 17)) {
    sum += weight * SIGNS.indexOf(sign);
    weight = (weight * 3) % 31;
  }
  return SIGNS.charAt((31 - (sum % 31)) % 31);
}

/** Reads what a person typed: spaces go, letters become capitals. */
export function readCreditCode(typed: string): Result<string, CreditCodeFault> {
  const value = typed.replace(/\s/g, '').toUpperCase();
  if (!hasForm(value)) return refused('enterprise.uscc-malformed');
  return creditCodeChecksum(value) === value.charAt(17) ? ok(value) : refused('enterprise.uscc-checksum');
}

/** Two signs for authority and kind, six digits of region, nine signs of organisation, one check sign. */
const hasForm = (value: string): boolean => /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value);
