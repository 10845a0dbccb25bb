import type { RuleVersion } from '../../../domain/rules/rule-book';
import { stageOf } from '../../../domain/rules/succession';
import { type Instant, isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { RuleVersionView } from './rule.dto';

const orNull = (text: string): string | null => (text === '' ? null : text);

export const toVersionView = (rule: RuleVersion, at: Instant): RuleVersionView => ({
  id: rule.id,
  key: rule.key,
  regime: orNull(rule.regime),
  level: orNull(rule.level),
  regionCode: orNull(rule.regionCode),
  validFrom: isoTime(rule.validFrom),
  validTo: isoTimeOrNull(rule.validTo),
  stage: stageOf(rule, at),
  value: rule.value,
  source: rule.source,
  certainty: rule.certainty,
  setBy: rule.setBy ?? null,
});
