import type { DrillKind } from './drill';
import type { InternalReportState, ReportOutcome } from './internal-report';
import type { CheckAnswer, SelfCheckState } from './self-check';

/** What people read of an enterprise's own checks. */
export interface SelfCheckWords {
  readonly answer: Readonly<Record<CheckAnswer, string>>;
  readonly state: Readonly<Record<SelfCheckState, string>>;
  readonly reportState: Readonly<Record<InternalReportState, string>>;
  readonly outcome: Readonly<Record<ReportOutcome, string>>;
  readonly drillKind: Readonly<Record<DrillKind, string>>;
}

export const selfCheckWords: SelfCheckWords = {
  answer: { yes: '符合', no: '不符合', 'not-applicable': '不涉及' },
  state: { due: '待自查', overdue: '逾期未自查', signed: '已自查' },
  reportState: { open: '待答复', answered: '已答复' },
  outcome: { true: '属实', partly: '部分属实', not: '不属实' },
  drillKind: { evacuation: '疏散演练', fire: '灭火演练', rescue: '急救演练', 'gas-leak': '燃气泄漏处置演练' },
};
