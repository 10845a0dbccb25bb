import idcard from 'idcard';
import type { Instant } from '../../../kernel/time';
import { shanghaiDate } from '../../../kernel/time';
import { ok, refused, type Result } from '../../../kernel/result';
import { readDigits } from '../../../kernel/typed-text';

/** A resident identity number that may be entered: GB 11643, upper case. */
export interface IdentityNumber {
  readonly value: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly warnings: readonly IdentityNumberWarning[];
}

export type IdentityNumberWarning = 'id-number.area-unknown' | 'id-number.age-unlikely';

export type IdentityNumberFault = 'id-number.malformed' | 'id-number.birth-date' | 'id-number.checksum';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

/** The check sign of the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function identityChecksum(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}

/**
 * Reads what a person typed: full width, spaces and hyphens go, `x` becomes `X`. An area code nobody knows is only warned
 * of, because areas come and go; so is an age at which nobody welds.
 */
export function readIdentityNumber(typed: string, at: Instant): Result<IdentityNumber, IdentityNumberFault> {
  const value = readDigits(typed);
  if (!/^\d{17}[\dX]$/.test(value)) return refused('id-number.malformed');
  const birthDate = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
  if (!exists(birthDate) || birthDate > shanghaiDate(at)) return refused('id-number.birth-date');
  if (identityChecksum(value) !== value.charAt(17)) return refused('id-number.checksum');
  const warnings: IdentityNumberWarning[] = areaKnown(value) ? [] : ['id-number.area-unknown'];
  return ok({
    value,
    birthDate,
    warnings: likelyAge(birthDate, at) ? warnings : [...warnings, 'id-number.age-unlikely'],
  });
}

/** Below 16 nobody may be employed (劳动法 15); above 100 a digit was mistyped. */
const LIKELY_AGES = { from: 16, to: 100 };

function likelyAge(birthDate: string, at: Instant): boolean {
  const today = shanghaiDate(at);
  const had = today.slice(5) >= birthDate.slice(5) ? 0 : 1;
  const age = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4)) - had;
  return age >= LIKELY_AGES.from && age <= LIKELY_AGES.to;
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
