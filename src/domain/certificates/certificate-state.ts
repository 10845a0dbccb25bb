import { DAY, shanghaiMidnight, type Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';
import type { Certificate } from './certificate';

export const CERTIFICATE_STATES = [
  'valid', 'unverified', 'not-yet-valid', 'expired', 'review-overdue', 'revoked', 'forged',
] as const; // prettier-ignore
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** The state of a certificate as signers see it; a valid one that ends soon says so. */
export const SHOWN_STATES = ['valid', 'expiring', 'unverified', 'not-yet-valid', 'expired', 'review-overdue', 'revoked', 'forged'] as const; // prettier-ignore
export type ShownState = (typeof SHOWN_STATES)[number];

type Judged = Pick<Certificate, 'kind' | 'status' | 'validFrom' | 'validTo' | 'reviewDueAt' | 'revokedAt'>;

/** Midnight in China from which three-yearly reviews of 特种作业操作证 are void. */
export const reviewsAbolishedFrom = (book: RuleBook, at: Instant): Instant =>
  shanghaiMidnight(book.value<string>('certificate.review-abolished-from', {}, at));

/** How long before its end a certificate is shown as ending soon. */
export const certificateWarnMs = (book: RuleBook, at: Instant): number =>
  book.value<number>('certificate.warn-days', {}, at) * DAY;

/**
 * What a certificate is worth at a moment. A forged one never was worth anything; a revoked one was, until it was revoked.
 * `reviewAbolishedFrom` is `reviewsAbolishedFrom`.
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

/**
 * Three-yearly reviews of 特种作业操作证 ended: those due after that day are void, cards that had lapsed by then stay so.
 * Reviews of other cards (特种设备, TSG Z6002) go on.
 */
export function reviewOverdue(
  { kind, reviewDueAt }: Pick<Judged, 'kind' | 'reviewDueAt'>,
  at: Instant,
  abolishedFrom: Instant,
): boolean {
  if (reviewDueAt === null || at < reviewDueAt) return false;
  return kind !== 'special-operation' || reviewDueAt <= abolishedFrom;
}
