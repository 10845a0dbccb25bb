import { ok, refused, type Result } from '../../../kernel/result';
import { readDigits } from '../../../kernel/typed-text';
import { identityChecksum } from './identity-number';

export type CreditCodeFault = 'enterprise.uscc-malformed' | 'enterprise.uscc-checksum' | 'enterprise.uscc-is-a-person';

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

/** Reads what a person typed: full width, spaces and hyphens go, letters become capitals. A person’s number is refused: it must not stand in the open. */
export function readCreditCode(typed: string): Result<string, CreditCodeFault> {
  const value = creditCodeSigns(typed);
  if (!hasForm(value)) return refused('enterprise.uscc-malformed');
  if (isPersons(value)) return refused('enterprise.uscc-is-a-person');
  return creditCodeChecksum(value) === value.charAt(17) ? ok(value) : refused('enterprise.uscc-checksum');
}

/** The signs alone, as they are stored. */
export const creditCodeSigns = (typed: string): string => readDigits(typed);

/** An identity number has the form of a credit code; its date of birth and its check sign tell it. */
const isPersons = (value: string): boolean =>
  /^\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(value) &&
  identityChecksum(value) === value.charAt(17);

/** Two signs for authority and kind, six digits of region, nine signs of organisation, one check sign. */
const hasForm = (value: string): boolean => /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(value);
