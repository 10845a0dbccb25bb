import type { HandoverCommand, HandoverKind, HandoverState } from './machine-handover';

/** What people read of machines that go to somebody else. */
export interface HandoverWords {
  readonly kind: Readonly<Record<HandoverKind, string>>;
  readonly state: Readonly<Record<HandoverState, string>>;
  readonly command: Readonly<Record<HandoverCommand, string>>;
}

export const handoverWords: HandoverWords = {
  kind: { sale: '销售', lease: '出租', loan: '出借' },
  state: { offered: '待接收方确认', confirmed: '接收方已确认', returned: '已归还', refused: '接收方未收到', withdrawn: '已撤回' },
  command: { confirm: '确认收到', refuse: '没有收到', withdraw: '撤回', return: '已归还' },
}; // prettier-ignore
