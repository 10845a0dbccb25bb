import type { Texts } from '../../../platform/i18n/texts';

export const erasureTexts: Texts = {
  'erasure.not-found': { zh: '没有这份注销申请。', en: 'There is no such request.' },
  'erasure.person-unknown': { zh: '没有找到这个人的登记信息。', en: 'Nothing is registered of this person.' },
  'erasure.open-already': {
    zh: '已经提交过注销申请，正在办理，请不要重复提交。',
    en: 'A request of this person is open already.',
  },
  'erasure.official': {
    zh: '监管人员的账号由上级停用，履职记录依法保存，不能在这里注销。',
    en: 'An official’s account is closed by their superior; what they did in office stays on record.',
  },
  'erasure.official-only': { zh: '请由监管人员审核。', en: 'An official decides this.' },
  'erasure.own-request': {
    zh: '申请由您提出或由您代为登记，请由另一名监管人员审核。',
    en: 'You made this request or wrote it down. Another official decides on it.',
  },
  'erasure.not-yours': { zh: '只有申请人本人可以撤回。', en: 'Only who asked takes it back.' },
  'erasure.obstacles': {
    zh: '还有没办结的事项，请先办结再注销。',
    en: 'Something is still open. Settle it first.',
  },
  'erasure.command-not-open': {
    zh: '这份申请现在不能这样办理，请刷新后再看。',
    en: 'This is not open now. Load the page anew.',
  },
};
