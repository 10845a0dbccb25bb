import type { Texts } from '../../../platform/i18n/texts';

export const suspensionTexts: Texts = {
  'suspension.not-found': { zh: '没有这条暂停记录。', en: 'There is no such suspension.' },
  'suspension.open-already': { zh: '这名焊工已经在暂停中。', en: 'This welder is suspended already.' },
  'suspension.until-past': { zh: '暂停到期日不能早于今天。', en: 'The last day is not before today.' },
  'suspension.until-too-far': {
    zh: '一次最多暂停 {days} 天，到期仍需暂停的，请重新决定。',
    en: 'At most {days} days at a time. Decide anew if it has to go on.',
  },
  'suspension.welder-only': { zh: '请由焊工本人提出申诉。', en: 'The welder appeals.' },
  'suspension.official-only': { zh: '请由监管人员办理。', en: 'An official does this.' },
  'suspension.own-decision': {
    zh: '暂停是您决定的，申诉请由另一名监管人员处理。',
    en: 'You suspended the welder. Another official answers the appeal.',
  },
  'suspension.appealed-before': {
    zh: '已经申诉过一次，请查看处理意见。',
    en: 'You appealed before; read the answer.',
  },
  'suspension.appeal-over': { zh: '申诉期限已过。', en: 'The time to appeal is over.' },
  'suspension.command-not-open': {
    zh: '这条暂停记录现在不能这样办理，请刷新后再看。',
    en: 'This is not open now. Load the page anew.',
  },
};
