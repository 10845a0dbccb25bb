import type { SettingsState } from './chip-settings';
import type { KeysState } from './key-set';
import type { SecretState } from './secret-agreement';

/** What people read for a chip's keys, secret and settings. */
export interface WireWords {
  readonly keys: Readonly<Record<KeysState, string>>;
  readonly secret: Readonly<Record<SecretState, string>>;
  readonly settings: Readonly<Record<SettingsState, string>>;
}

export const wireWords: WireWords = {
  keys: {
    untold: '芯片没有上报',
    waiting: '新公钥等芯片接收',
    'in-force': '与平台一致',
    stranger: '芯片不认识平台的任何公钥，无法通电',
  },
  secret: { waiting: '等待芯片', agreed: '等待芯片用新密钥连接', done: '已更换', refused: '没有换成' },
  settings: { factory: '出厂设置', waiting: '等待芯片', 'in-force': '已生效', refused: '芯片拒绝' },
};
