import type { DomainEvent } from '../../platform/audit/journal';
import type { NewViolation } from './violation.store';

export type ViolationNews = 'violation.raised' | 'violation.changed' | 'violation.overdue';

/** What others hear of a violation. */
export type Told = Pick<
  NewViolation,
  'id' | 'kind' | 'grade' | 'severity' | 'certainty' | 'regionCode' | 'enterpriseId' | 'machineId' | 'chipNo'
> & {
  /** Missing: as it was. */
  readonly state?: string;
  readonly assignedTo?: string | null;
};

/** News of a violation for its region, its enterprise and whoever has it in hand. */
export const violationEvent = (
  type: ViolationNews,
  told: Told,
  more: Readonly<Record<string, unknown>> = {},
): DomainEvent => ({
  type,
  entity: 'violation',
  entityId: told.id,
  regionCode: told.regionCode,
  enterpriseIds: told.enterpriseId ? [told.enterpriseId] : [],
  userIds: told.assignedTo ? [told.assignedTo] : [],
  data: {
    kind: told.kind,
    grade: told.grade,
    severity: told.severity,
    certainty: told.certainty,
    machineId: told.machineId,
    chipNo: told.chipNo,
    ...(told.state ? { state: told.state } : {}),
    ...more,
  },
});
