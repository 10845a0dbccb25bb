import type { RollOutMode, RollOutTopic } from '../../../domain/authorization/roll-out-modes';
import { stageOf, type Version } from '../../../domain/rules/succession';
import type { RegionCode } from '../../../kernel/region-code';
import { type Instant, isoTime, isoTimeOrNull } from '../../../kernel/time';
import type { AuditEntry, DomainEvent } from '../../../platform/audit/journal';
import type { ForeseenMode } from './roll-out-forecast.port';
import type { RollOutModeView } from './roll-out-mode.dto';

/** How strictly a topic is checked in a region, from a date on. */
export interface PlannedMode extends Version {
  readonly regionCode: RegionCode;
  readonly topic: RollOutTopic;
  readonly mode: RollOutMode;
  /** Why it is enforced although many would be refused, and who signed for that. */
  readonly reason: string | null;
  readonly signedBy: string | null;
  /** What was foreseen of it when it was planned. */
  readonly foreseen: ForeseenMode | null;
}

export const toModeView = (mode: PlannedMode, at: Instant): RollOutModeView => ({
  id: mode.id,
  regionCode: mode.regionCode === '' ? null : mode.regionCode,
  topic: mode.topic,
  mode: mode.mode,
  validFrom: isoTime(mode.validFrom),
  validTo: isoTimeOrNull(mode.validTo),
  stage: stageOf(mode, at),
  reason: mode.reason,
  foreseen: mode.foreseen,
});

export const modeAudit = (
  action: 'mode.planned' | 'mode.withdrawn',
  { id, regionCode }: PlannedMode,
  change: Pick<AuditEntry, 'before' | 'after'>,
): AuditEntry => ({ action, entity: 'roll-out-mode', entityId: id, regionCode, ...change });

export const modeChanged = ({ id, regionCode, topic, mode, validFrom }: PlannedMode): DomainEvent => ({
  type: 'rule.changed',
  entity: 'roll-out-mode',
  entityId: id,
  regionCode: regionCode === '' ? null : regionCode,
  data: { key: 'roll-out', topic, mode, validFrom: isoTime(validFrom) },
});
