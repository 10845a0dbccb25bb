import type { Texts } from '../i18n/texts';

export const outboxTexts: Texts = {
  'events.too-many': {
    zh: '这个网络打开的实时页面太多，请关闭一些后再试。',
    en: 'Too many live pages are open from this network. Close some and try again.',
  },
  'changes.cursor-unreadable': {
    zh: '应原样带回上次返回的 nextCursor',
    en: 'must be the nextCursor of an earlier answer, unchanged',
  },
  'changes.cursor-unknown': {
    zh: '这个位置之后的变更已超过保存期限，可能有遗漏。请先做一次全量同步，再不带 after 重新读取。',
    en: 'Changes after this place are older than what is kept, so some may be missing. Copy everything once, then read anew without `after`.',
  },
};
