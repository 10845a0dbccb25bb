import type { Instant } from '../../kernel/time';
import type { RuleBook, RuleQuery } from '../rules/rule-book';
import type { Certificate, CertificateKind } from './certificate';
import { stateAt } from './certificate-state';

/** Rule `certificate.kinds`: cards that are usual for work of a regime; null before the rule was written. */
export const usualKinds = (book: RuleBook, subject: RuleQuery, at: Instant): readonly CertificateKind[] | null =>
  (book.find('certificate.kinds', subject, at)?.value ?? null) as readonly CertificateKind[] | null;

/** The cards are valid, but none is of a usual kind: welder and signers are told, and nothing is refused. */
export function onlyUnusualKinds(
  certificates: readonly Certificate[],
  usual: readonly CertificateKind[] | null,
  at: Instant,
  reviewAbolishedFrom: Instant,
): boolean {
  const valid = certificates.filter((one) => stateAt(one, at, reviewAbolishedFrom) === 'valid');
  return usual !== null && valid.length > 0 && !valid.some(({ kind }) => usual.includes(kind));
}
