import { ok, refused, type Result } from '../../kernel/result';
import { DAY, shanghaiMidnight, type Instant } from '../../kernel/time';
import { readDigits, readIdentifier } from '../../kernel/typed-text';
import type { CertificateKind } from './certificate';

export type CertificateFault =
  | 'certificate.number-malformed'
  | 'certificate.number-mismatch'
  | 'certificate.dates-reversed'
  | 'certificate.validity-too-long';

/** The dates as printed on the card, `YYYY-MM-DD`; `validTo` is the last day it holds. */
export interface PrintedDates {
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * How long a card of each kind holds at most: 特种作业操作证 six years (安监总局令30号), 建筑施工特种作业操作资格证 two
 * (建质〔2008〕75号), 特种设备作业人员证 four (TSG Z6002).
 */
export const LONGEST_YEARS: Readonly<Record<CertificateKind, number>> = {
  'special-operation': 6,
  construction: 2,
  'special-equipment': 4,
};

/** `from` belongs to it, `to` is the first moment after. */
export interface Validity {
  readonly from: Instant;
  readonly to: Instant;
}

/** Other cards carry numbers of their issuer: letters, digits, and the province's character (豫A042020000001). */
const ISSUED_NUMBER = /^[\p{Script=Han}A-Z0-9()-]{5,40}$/u;

/**
 * The number as it is stored: capitals, no spaces. A 特种作业操作证 is numbered `T` and the number of its holder's document,
 * so another person's card is refused by its number alone.
 */
export function readCertificateNumber(
  kind: CertificateKind,
  typed: string,
  holderIdNumber: string,
): Result<string, CertificateFault> {
  if (kind !== 'special-operation') {
    const issued = readIdentifier(typed);
    return ISSUED_NUMBER.test(issued) ? ok(issued) : refused('certificate.number-malformed');
  }
  const number = readDigits(typed);
  if (number.length !== holderIdNumber.length + 1 || !/^T[A-Z0-9]+$/.test(number))
    return refused('certificate.number-malformed');
  return number === `T${holderIdNumber}` ? ok(number) : refused('certificate.number-mismatch');
}

/**
 * Printed dates as moments: from midnight in China of the first day to the midnight after the last. A card that claims to
 * hold longer than its kind can was mistyped or forged.
 */
export function readValidity(printed: PrintedDates, longestYears: number): Result<Validity, CertificateFault> {
  const { issuedOn, validFrom, validTo } = printed;
  if (validTo <= validFrom || validTo < issuedOn) return refused('certificate.dates-reversed');
  if (validTo > yearsLater(validFrom, longestYears)) return refused('certificate.validity-too-long');
  return ok(validityOf(validFrom, validTo));
}

/** The moments between which two printed dates hold. */
export const validityOf = (validFrom: string, validTo: string): Validity => ({
  from: shanghaiMidnight(validFrom),
  to: shanghaiMidnight(validTo) + DAY,
});

/** The same day some years on; 29 February becomes 1 March where the year has none. */
function yearsLater(date: string, years: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCFullYear(moved.getUTCFullYear() + years);
  return moved.toISOString().slice(0, 10);
}
