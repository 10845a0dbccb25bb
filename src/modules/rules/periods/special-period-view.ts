import type { SpecialPeriod } from '../../../domain/rules/calendar';
import { stageOf } from '../../../domain/rules/succession';
import { type Instant, isoTime } from '../../../kernel/time';
import type { AuditEntry, DomainEvent } from '../../../platform/audit/journal';
import type { SpecialPeriodView } from './special-period.dto';

export const toPeriodView = ({ id, name, regionCode, from, to }: SpecialPeriod, at: Instant): SpecialPeriodView => ({
  id,
  name,
  regionCode: regionCode === '' ? null : regionCode,
  from: isoTime(from),
  to: isoTime(to),
  stage: stageOf({ validFrom: from, validTo: to }, at),
});

export const periodAudit = (
  action: 'period.declared' | 'period.ended',
  id: string,
  regionCode: string,
  change: Pick<AuditEntry, 'before' | 'after'>,
): AuditEntry => ({ action, entity: 'special-period', entityId: id, regionCode, ...change });

/** Permits under way in the region may need a higher level from now on. */
export const periodEvent = (
  type: 'period.declared' | 'period.ended',
  { id, name, regionCode, from, to }: SpecialPeriod,
): DomainEvent => ({
  type,
  entity: 'special-period',
  entityId: id,
  regionCode: regionCode === '' ? null : regionCode,
  data: { name, from: isoTime(from), to: isoTime(to) },
});
