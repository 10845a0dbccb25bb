import { nameOfField, wordIn, type Language, type Text } from '../../kernel/language';
import type { Finding, FindingParams, Severity } from './finding';
import type { FindingText } from './finding-text';
import { FINDING_TEXTS } from './finding-texts';

/** A finding in the words of one language, as people read it. */
export interface ExplainedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly legalBasis: string | null;
}

export function explainFinding(finding: Finding, language: Language): ExplainedFinding {
  const texts: FindingText = FINDING_TEXTS[finding.code];
  const own = texts.variants?.[finding.variant ?? ''] ?? texts;
  const say = (text: Text): string => filled(wordIn(text, language), finding.params);
  return {
    code: finding.code,
    severity: finding.severity,
    message: say(own.message),
    remedy: say(own.remedy),
    legalBasis: texts.legalBasis && say(texts.legalBasis),
  };
}

/** A stored decision may lack the words of a language: then it is told in Chinese, and where it has no words by its code. */
const filled = (template: string, params: FindingParams): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, field: string) => {
    const name = nameOfField(field);
    return String(params[field] ?? params[`${name}Zh`] ?? params[name] ?? placeholder);
  });
