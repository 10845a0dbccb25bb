import type { StepName } from './steps/violation-step';

/** What people read for each step of a case, in its history and on its buttons. */
export interface StepWords {
  readonly step: Readonly<Record<StepName, string>>;
}

export const stepWords: StepWords = {
  step: {
    assign: '派单',
    reassign: '改派',
    rectify: '提交整改',
    review: '复查',
    close: '销号',
    reopen: '退回重改',
    withdraw: '撤销',
    confirm: '确认属实',
    raise: '发现问题',
    escalate: '逾期上报',
    remind: '到期提醒',
    tell: '告知主要负责人',
    list: '挂牌',
    supervise: '督办',
    'hand-over': '移送公安机关',
  },
};
