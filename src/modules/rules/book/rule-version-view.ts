import type { RuleVersion } from '../../../domain/rules/rule-book';
import { stageOf } from '../../../domain/rules/succession';
import { iso, isoOrNull } from '../../../kernel/rfc3339';
import type { Instant } from '../../../kernel/time';
import type { RuleVersionView } from './rule.dto';

const orNull = (text: string): string | null => (text === '' ? null : text);

export const toVersionView = (rule: RuleVersion, at: Instant): RuleVersionView => ({
  id: rule.id,
  key: rule.key,
  regime: orNull(rule.regime),
  level: orNull(rule.level),
  regionCode: orNull(rule.regionCode),
  validFrom: iso(rule.validFrom),
  validTo: isoOrNull(rule.validTo),
  stage: stageOf(rule, at),
  value: rule.value,
  source: rule.source,
  certainty: rule.certainty,
  setBy: rule.setBy ?? null,
});
