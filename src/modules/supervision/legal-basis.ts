import type { RuleBook, RuleVersion } from '../../domain/rules/rule-book';
import type { ViolationKind } from '../../domain/violations/violation-kinds';
import type { RegionCode } from '../../kernel/region-code';
import type { Instant } from '../../kernel/time';
import { namedWordIn, wordIn, type Language, type StoredNamedText, type StoredText } from '../../kernel/language';

/** Rule `supervision.legal-basis`: what each kind offends against, and what the law provides for it. */
type LegalBases = Readonly<Partial<Record<ViolationKind, LegalBasisByWhom>>>;
/** Its words are what the text asks for. */
interface LegalBasis extends StoredText, StoredNamedText<'penalty'> {
  /** Where it stands, as it is cited in China. */
  readonly law: string;
  readonly certainty: RuleVersion['certainty'];
}
/** `individual`: where a person answers who belongs to no enterprise. */
interface LegalBasisByWhom extends LegalBasis {
  readonly individual?: LegalBasis;
}

export interface StatedBasis {
  readonly legalBasis: string | null;
  readonly penalty: string | null;
}

/** As it stood when it was found; where no rule speaks, the platform claims nothing. */
export function legalBasisOf(
  book: RuleBook,
  found: {
    readonly kind: ViolationKind;
    readonly regionCode: RegionCode;
    readonly foundAt: Instant;
    readonly enterpriseId: string | null;
  },
  language: Language,
): StatedBasis {
  const rule = book.find('supervision.legal-basis', { regionCode: found.regionCode }, found.foundAt);
  const ofKind = (rule?.value as LegalBases | undefined)?.[found.kind];
  const basis = (found.enterpriseId === null ? ofKind?.individual : undefined) ?? ofKind;
  if (!basis) return { legalBasis: null, penalty: null };
  const doubt = basis.certainty === 'B' ? UNCONFIRMED[language] : '';
  // both begin with the law's name
  return { legalBasis: wordIn(basis, language) + doubt, penalty: namedWordIn(basis, 'penalty', language) };
}

/** Common knowledge of the field, not yet compared with the official text, says so. */
const UNCONFIRMED: Readonly<Record<Language, string>> = {
  'zh-CN': '（条文待核对）',
  en: ' (wording still to be confirmed)',
};
