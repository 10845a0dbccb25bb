import type { Texts } from '../../platform/i18n/texts';

export const selfCheckTexts: Texts = {
  'self-check.not-found': {
    zh: '没有这次自查，或不在您的管理范围内。',
    en: 'There is no such self-check within your reach.',
  },
  'self-check.own-firm-only': {
    zh: '只有本企业的人可以填写自查。',
    en: 'Only people of the enterprise fill in its self-check.',
  },
  'self-check.signed-already': {
    zh: '主要负责人已签字，本次自查不能再改。新发现的问题请记入下次自查或内部报告。',
    en: 'The principal has signed: this self-check is not changed any more.',
  },
  'self-check.item-unknown': { zh: '自查表中没有“{item}”这一项。', en: 'The checklist has no item “{item}”.' },
  'self-check.item-open': { zh: '还有项目没有填，请逐项检查。', en: 'Some items have no answer yet.' },
  'self-check.note-missing': {
    zh: '不符合的项目请写明具体问题。',
    en: 'Write down what is wrong where an item is not in order.',
  },
  'self-check.principal-signs': {
    zh: '自查由主要负责人带队并签字。没有单位负责人账号的企业，由企业管理员签字。',
    en: 'The principal leads the self-check and signs it; a manager only where the enterprise has no head.',
  },
};
