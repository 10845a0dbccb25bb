import type { SuspensionCommand, SuspensionState } from './suspension';

/** What people read of a welder's suspension. */
export interface SuspensionWords {
  readonly state: Readonly<Record<SuspensionState, string>>;
  readonly command: Readonly<Record<SuspensionCommand, string>>;
}

export const suspensionWords: SuspensionWords = {
  state: { running: '暂停中', appealed: '暂停中，已提出申诉', lifted: '已恢复', ended: '期满，已恢复' },
  command: { appeal: '提出申诉', grant: '支持申诉，恢复资格', reject: '不支持申诉', lift: '提前恢复' },
};
