import type { Instant } from '../../kernel/time';
import type { RuleBook, RuleQuery } from '../rules/rule-book';
import type { Certificate, CertificateKind } from './certificate';
import { stateAt } from './certificate-state';

/** Rule `certificate.kinds`: cards that are usual for work of a regime; null before the rule was written. */
export const usualKinds = (book: RuleBook, subject: RuleQuery, at: Instant): readonly CertificateKind[] | null =>
  (book.find('certificate.kinds', subject, at)?.value ?? null) as readonly CertificateKind[] | null;

/** Cards in order, but none of a usual kind: told to whoever welds and whoever signs, never refused. */
export function onlyUnusualKinds(
  certificates: readonly Certificate[],
  usual: readonly CertificateKind[] | null,
  at: Instant,
  reviewAbolishedFrom: Instant,
): boolean {
  const valid = certificates.filter((one) => stateAt(one, at, reviewAbolishedFrom) === 'valid');
  return usual !== null && valid.length > 0 && !valid.some(({ kind }) => usual.includes(kind));
}

export const KIND_WORDS: Readonly<Record<CertificateKind, { readonly zh: string; readonly en: string }>> = {
  'special-operation': { zh: '特种作业操作证（焊接与热切割）', en: 'special-operation certificate (welding)' },
  construction: { zh: '建筑施工特种作业操作资格证（建筑焊工）', en: 'construction welder’s certificate' },
  'special-equipment': { zh: '特种设备作业人员证（焊接）', en: 'special-equipment welder’s certificate' },
};

/** The kinds by name, for texts in both languages. */
export const kindNames = (
  kinds: readonly CertificateKind[],
): { readonly kindsZh: string; readonly kindsEn: string } => ({
  kindsZh: kinds.map((kind) => KIND_WORDS[kind].zh).join('或'),
  kindsEn: kinds.map((kind) => KIND_WORDS[kind].en).join(' or '),
});
