import idcard from 'idcard';
import type { Instant } from '../../kernel/time';
import { shanghaiDate } from '../../kernel/time';
import { ok, refused, type Result } from '../../kernel/result';

/** A resident identity number that may be entered: GB 11643, upper case. */
export interface IdentityNumber {
  readonly value: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly warnings: readonly 'id-number.area-unknown'[];
}

export type IdentityNumberFault = 'id-number.malformed' | 'id-number.birth-date' | 'id-number.checksum';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check sign of the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function identityChecksum(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** One spelling of each number, so that nobody is registered twice: full-width signs, `x`, spaces, signs without width. */
export const plainIdentityNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();

/** Reads what a person typed. An area code nobody knows is only warned of: areas come and go. */
export function readIdentityNumber(typed: string, at: Instant): Result<IdentityNumber, IdentityNumberFault> {
  const value = plainIdentityNumber(typed);
  if (!/^\d{17}[\dX]$/.test(value)) return refused('id-number.malformed');
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!exists(birthDate) || birthDate > shanghaiDate(at)) return refused('id-number.birth-date');
  if (identityChecksum(value) !== value.charAt(17)) return refused('id-number.checksum');
  return ok({ value, birthDate, warnings: areaKnown(value) ? [] : ['id-number.area-unknown'] });
}

/** 30 February rolls over to March, and so does not come back as it went in. */
function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}

/** The package knows abolished codes too: 411003 was 411023 before, and people carry both. */
function areaKnown(value: string): boolean {
  const found = idcard.info(value);
  if (!found.valid) return false;
  return [found.area.code, found.city.code, found.province.code].includes(value.slice(0, 6));
}
