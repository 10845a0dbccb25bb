import type { RuleVersion } from '../../../domain/rules/rule-book';
import type { AuditEntry, DomainEvent } from '../../../platform/audit/journal';

type Action = 'rule.planned' | 'rule.withdrawn';

/** The audit entry of a change; the value is no personal data and is kept whole. */
export const auditOf = (action: Action, rule: RuleVersion, ends: RuleVersion | null): AuditEntry => ({
  action,
  entity: 'rule',
  entityId: rule.id,
  regionCode: rule.regionCode,
  before: action === 'rule.planned' ? ends && { id: ends.id, value: ends.value, validTo: ends.validTo } : rule,
  after: action === 'rule.planned' ? rule : ends && { id: ends.id, validTo: rule.validTo },
});

/** Everything that shows or holds rules reads them again. */
export const ruleChanged = ({ id, key, regime, level, regionCode, validFrom }: RuleVersion): DomainEvent => ({
  type: 'rule.changed',
  entity: 'rule',
  entityId: id,
  regionCode: regionCode === '' ? null : regionCode,
  data: { key, regime, level, validFrom: new Date(validFrom).toISOString() },
});
