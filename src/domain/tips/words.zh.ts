import type { RewardState } from './reward';
import type { TipKind, TipOutcome } from './tip-kinds';
import type { TipCommand, TipState } from './tip-life-cycle';

/** What people read of tips. */
export interface TipWords {
  readonly kind: Readonly<Record<TipKind, string>>;
  readonly state: Readonly<Record<TipState, string>>;
  readonly command: Readonly<Record<TipCommand, string>>;
  readonly outcome: Readonly<Record<TipOutcome, string>>;
  readonly rewardState: Readonly<Record<RewardState, string>>;
}

export const tipWords: TipWords = {
  kind: {
    uncertified: '无证焊接',
    'no-permit': '没有审批就动火',
    'fire-watch-absent': '动火没有人看护',
    'forged-certificate': '证件或二维码造假',
    'chip-tampered': '拆改、绕过焊机芯片',
    'unregistered-machine': '焊机没有登记、没有码',
    other: '其他安全问题',
  },
  state: {
    received: '已收到',
    accepted: '已受理',
    dispatched: '核查中',
    checked: '已核查',
    closed: '已办结',
    declined: '不予受理',
    merged: '并案办理',
  },
  command: {
    accept: '受理',
    decline: '不予受理',
    merge: '并案',
    dispatch: '派人核查',
    'hand-back': '退回',
    check: '填报核查结果',
    answer: '答复举报人',
    close: '办结',
  },
  outcome: { true: '属实', partly: '部分属实', not: '不属实' },
  rewardState: { proposed: '待审批', approved: '已批准，待领取', refused: '未批准', paid: '已发放' },
};
