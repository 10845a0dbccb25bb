import { explainFinding, type ExplainedFinding } from '../../domain/authorization/explain-finding';
import type { Finding } from '../../domain/authorization/finding';
import type { Language } from '../../kernel/language';

export interface ExplainedDecision {
  readonly allowed: boolean;
  readonly findings: ExplainedFinding[];
}

export function explained(
  { allowed, findings }: { readonly allowed: boolean; readonly findings: readonly Finding[] },
  language: Language,
): ExplainedDecision {
  return { allowed, findings: findings.map((finding) => explainFinding(finding, language)) };
}
