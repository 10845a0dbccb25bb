import type { Instant, Period } from '../../kernel/time';
import { HOUR } from '../../kernel/time';
import type { Certificate } from './certificate';

/**
 * A scanned e-certificate lets a stranger work for some hours (rule `certificate.scanned-hours`). The first scan counts, so
 * that scanning again prolongs nothing; an official's look ends it, whatever they found.
 */
export const claimedBy = (scannedAt: Instant, hours: number): Period => ({
  from: scannedAt,
  to: scannedAt + hours * HOUR,
});

/** While it counts, an unverified card is only warned of; null: it never was scanned. */
export const claimOf = ({ status, scannedAt, scanUntil, validTo }: Certificate): Period | null =>
  status === 'unverified' && scannedAt != null && scanUntil != null
    ? { from: scannedAt, to: Math.min(scanUntil, validTo) }
    : null;

export function claimHolds(certificate: Certificate, at: Instant): boolean {
  const claim = claimOf(certificate);
  return claim !== null && claim.from <= at && at < claim.to;
}
