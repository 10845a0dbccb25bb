import type { CheckAnswer, SelfCheckState } from './self-check';

/** What people read of an enterprise's own checks. */
export interface SelfCheckWords {
  readonly answer: Readonly<Record<CheckAnswer, string>>;
  readonly state: Readonly<Record<SelfCheckState, string>>;
}

export const selfCheckWords: SelfCheckWords = {
  answer: { yes: '符合', no: '不符合', 'not-applicable': '不涉及' },
  state: { due: '待自查', overdue: '逾期未自查', signed: '已自查' },
};
