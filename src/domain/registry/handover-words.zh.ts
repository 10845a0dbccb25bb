import type { HandoverCommand, HandoverKind, HandoverState } from './machine-handover';

/** What people read of machines that go to somebody else. */
export interface HandoverWords {
  readonly kind: Readonly<Record<HandoverKind, string>>;
  readonly state: Readonly<Record<HandoverState, string>>;
  readonly command: Readonly<Record<HandoverCommand, string>>;
}

export const handoverWords: HandoverWords = {
  kind: { sale: '销售', lease: '出租', loan: '出借' },
  state: { offered: '待对方确认', confirmed: '对方已确认', returned: '已归还', refused: '对方未接收', withdrawn: '已撤回' },
  command: { confirm: '确认收到', refuse: '没有收到', withdraw: '撤回', return: '已归还' },
}; // prettier-ignore
