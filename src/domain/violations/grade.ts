import type { Grade, ViolationKind } from './violation-kinds';

/** 1 minor, 2 serious, 3 grave. Not the same as a major hazard (`major-hazard.ts`), nor as the grade. */
export type Severity = 1 | 2 | 3;

/** Rule `supervision.severity`: how grave each kind is; of what it does not name, the grade decides. */
export type Severities = Readonly<Partial<Record<ViolationKind, Severity>>>;

/** A case that must be put right is never minor, even if its kind is minor as an alert. */
const LEAST: Readonly<Record<Grade, Severity>> = { alert: 1, hazard: 2, offence: 2 };

/** How grave a finding is: by its kind; what the law calls a major hazard is always grave. */
export const severityOf = (kind: ViolationKind, grade: Grade, major: boolean, severities: Severities): Severity =>
  major ? 3 : (Math.max(severities[kind] ?? 1, LEAST[grade]) as Severity);

/** False rectification (虚假整改) reopens a case one step graver. */
export const graver = (severity: Severity): Severity => (severity === 1 ? 2 : 3);

const HIGHER: Readonly<Record<Grade, Grade>> = { alert: 'hazard', hazard: 'offence', offence: 'offence' };

/** And one grade higher: the person who reopens it has found that it was never put right. */
export const higherGrade = (grade: Grade): Grade => HIGHER[grade];
