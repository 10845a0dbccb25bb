import type { Instant } from '../../kernel/time';
import type { Certificate } from './certificate';

export const CERTIFICATE_STATES = [
  'valid', 'unverified', 'not-yet-valid', 'expired', 'review-overdue', 'revoked', 'forged',
] as const; // prettier-ignore
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

type Judged = Pick<Certificate, 'kind' | 'status' | 'validFrom' | 'validTo' | 'reviewDueAt' | 'revokedAt'>;

/**
 * What a certificate is worth at a moment. A forged one never was worth anything; a revoked one was, until it was revoked.
 * `reviewAbolishedFrom` is rule `certificate.review-abolished-from`.
 */
export function stateAt(certificate: Judged, at: Instant, reviewAbolishedFrom: Instant): CertificateState {
  const { status, revokedAt, validFrom, validTo } = certificate;
  if (status === 'forged') return 'forged';
  if (status === 'revoked' && (revokedAt === null || at >= revokedAt)) return 'revoked';
  if (status === 'unverified') return 'unverified';
  if (at < validFrom) return 'not-yet-valid';
  if (at >= validTo) return 'expired';
  return reviewOverdue(certificate, at, reviewAbolishedFrom) ? 'review-overdue' : 'valid';
}

/** Three-yearly reviews of 特种作业操作证 ended; cards that had lapsed by then stay so. Other kinds are reviewed on. */
function reviewOverdue({ kind, reviewDueAt }: Judged, at: Instant, abolishedFrom: Instant): boolean {
  if (reviewDueAt === null || at < reviewDueAt) return false;
  return kind !== 'special-operation' || reviewDueAt <= abolishedFrom;
}
