import type { RegionCode } from '../../kernel/region-code';
import type { Severity } from './grade';
import type { Certainty, Grade, ViolationKind, ViolationState } from './violation-kinds';

export type ViolationNewsType = 'violation.raised' | 'violation.changed' | 'violation.overdue' | 'violation.due-soon';

/** News of one violation, and who may hear of it beside the officials of its region. */
export interface ViolationNews {
  readonly type: ViolationNewsType;
  readonly entity: 'violation';
  readonly entityId: string;
  readonly regionCode: RegionCode;
  readonly enterpriseIds: readonly string[];
  readonly userIds: readonly string[];
  readonly data: Readonly<Record<string, unknown>>;
}

/** What others hear of a violation. */
export interface ToldViolation {
  readonly id: string;
  readonly kind: ViolationKind;
  readonly grade: Grade;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly regionCode: RegionCode;
  readonly enterpriseId: string | null;
  readonly machineId: string | null;
  readonly chipNo: string | null;
  /** Missing: as it was. */
  readonly state?: ViolationState;
  /** Missing: as it was, and not told again. */
  readonly assignedTo?: string | null;
  /** Missing: as it was, and not told again. */
  readonly assignedEnterprise?: string | null;
}

/** News of a violation for its region, its enterprise and the assignee. */
export const violationNews = (
  type: ViolationNewsType,
  told: ToldViolation,
  more: Readonly<Record<string, unknown>> = {},
): ViolationNews => ({
  type,
  entity: 'violation',
  entityId: told.id,
  regionCode: told.regionCode,
  enterpriseIds: [...new Set([told.enterpriseId, told.assignedEnterprise])].filter((id) => typeof id === 'string'),
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
