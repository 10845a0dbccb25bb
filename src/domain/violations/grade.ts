import type { Grade, ViolationKind } from './violation-kinds';

/** 1 minor, 2 serious, 3 major (重大). */
export type Severity = 1 | 2 | 3;

/** Rule `supervision.major-hazards`: by kind of finding the trades in which it is one. */
export type MajorHazards = Readonly<Partial<Record<ViolationKind, readonly string[]>>>;

const BY_GRADE: Readonly<Record<Grade, Severity>> = { alert: 1, hazard: 2, offence: 3 };

/** How grave a finding is; what the law calls a major hazard in this trade is grave whatever its grade. */
export const severityOf = (
  kind: ViolationKind,
  grade: Grade,
  industry: string | null,
  major: MajorHazards,
): Severity => (industry !== null && major[kind]?.includes(industry) ? 3 : BY_GRADE[grade]);

/** False rectification (虚假整改) reopens a case one step graver. */
export const graver = (severity: Severity): Severity => (severity === 1 ? 2 : 3);
