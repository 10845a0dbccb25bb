import type { Grade, ViolationKind } from './violation-kinds';

/** 1 minor, 2 serious, 3 major (重大). */
export type Severity = 1 | 2 | 3;

/** 工贸: the trades that the list of major hazards of Order 10 (in force 2023-05-15) speaks of. */
const INDUSTRY_AND_TRADE: readonly string[] = ['manufacturing', 'commerce', 'catering', 'repair', 'other'];

const BY_GRADE: Readonly<Record<Grade, Severity>> = { alert: 1, hazard: 2, offence: 3 };

/** How grave a finding is. An uncertified welder in a 工贸 enterprise is a major hazard (工贸企业重大事故隐患判定标准, Order 10). */
export const severityOf = (kind: ViolationKind, grade: Grade, industry: string | null): Severity =>
  kind === 'uncertified' && industry !== null && INDUSTRY_AND_TRADE.includes(industry) ? 3 : BY_GRADE[grade];

/** False rectification (虚假整改) reopens a case one step graver. */
export const graver = (severity: Severity): Severity => (severity === 1 ? 2 : 3);
