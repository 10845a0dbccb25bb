import type { Finding, FindingParams, Severity } from './finding';
import type { FindingText, Words } from './finding-text';
import { FINDING_TEXTS } from './finding-texts';

/** A finding in the words of one language, as people read it. */
export interface ExplainedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remedy: string;
  readonly legalBasis: string | null;
}

export function explainFinding(finding: Finding, language: keyof Words): ExplainedFinding {
  const text: FindingText = FINDING_TEXTS[finding.code];
  const own = text.variants?.[finding.variant ?? ''] ?? text;
  const say = (words: Words): string => filled(words[language], finding.params);
  return {
    code: finding.code,
    severity: finding.severity,
    message: say(own.message),
    remedy: say(own.remedy),
    legalBasis: text.legalBasis && say(text.legalBasis),
  };
}

/** Decisions that were stored before a code had words of each language keep the code: `processZh` is then `process`. */
const filled = (template: string, params: FindingParams): string =>
  template.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    String(params[name] ?? params[name.replace(/(?:Zh|En)$/, '')] ?? placeholder),
  );
