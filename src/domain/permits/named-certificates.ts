import type { Instant } from '../../kernel/time';
import type { Certificate } from '../certificates/certificate';
import { stateAt, type CertificateState, type ShownState } from '../certificates/certificate-state';

/** `warnMs` is `certificateWarnMs`. */
export const shownState = (
  certificate: Certificate,
  at: Instant,
  { reviewsAbolished, warnMs }: { readonly reviewsAbolished: Instant; readonly warnMs: number },
): ShownState => {
  const state = stateAt(certificate, at, reviewsAbolished);
  return state === 'valid' && certificate.validTo - at <= warnMs ? 'expiring' : state;
};

/** What lacks least first: with one of these the welder may work, or could once it is checked. */
const BEST_FIRST: readonly CertificateState[] = [
  'valid', 'unverified', 'not-yet-valid', 'review-overdue', 'expired', 'revoked', 'forged',
]; // prettier-ignore

/**
 * What is wrong with the certificates of a welder whom a permit names, by the moment the work begins: the codes that power
 * is refused with later. A forged card is told of beside a good one.
 */
export function certificateFaults(
  certificates: readonly Certificate[],
  { plannedStart, plannedEnd }: { readonly plannedStart: Instant; readonly plannedEnd: Instant },
  at: Instant,
  reviewsAbolished: Instant,
): string[] {
  if (certificates.length === 0) return ['certificate.missing'];
  const begins = Math.max(at, plannedStart);
  const states = certificates.map((one) => stateAt(one, begins, reviewsAbolished));
  const best = BEST_FIRST.find((state) => states.includes(state))!;
  const lasts = certificates.some(
    (one) => stateAt(one, begins, reviewsAbolished) === 'valid' && plannedEnd <= one.validTo,
  );
  return [
    ...(best === 'valid' ? [] : [`certificate.${best}`]),
    ...(best === 'valid' && !lasts ? ['certificate.ends-early'] : []),
    ...(best !== 'forged' && states.includes('forged') ? ['certificate.forged'] : []),
  ];
}
