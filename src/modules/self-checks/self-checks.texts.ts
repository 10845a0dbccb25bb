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
  'self-check.item-unknown': { zh: '自查表中没有这一项。', en: 'The checklist has no such item.' },
  'self-check.item-open': { zh: '还有项目没有填，请逐项检查。', en: 'Some items have no answer yet.' },
  'self-check.note-missing': {
    zh: '不符合的项目请写明具体问题。',
    en: 'Write down what is wrong where an item is not in order.',
  },
  'self-check.principal-signs': {
    zh: '自查由主要负责人带队并签字。没有单位负责人账号的企业，由企业管理员签字。',
    en: 'The principal leads the self-check and signs it; a manager only where the enterprise has no head.',
  },
  'drill.own-firm-only': {
    zh: '只有本企业的人可以登记演练。',
    en: 'Only people of the enterprise record its drills.',
  },
  'drill.in-future': { zh: '演练日期不能晚于今天。', en: 'A drill cannot have been held in the future.' },
  'drill.too-old': { zh: '三年以前的演练不再登记。', en: 'Drills of more than three years ago are not recorded.' },
  'drill.remedies-missing': {
    zh: '发现了不足，请写明改进措施。',
    en: 'Write down what is done about the shortcomings.',
  },
  'internal-report.not-found': {
    zh: '没有这份内部报告，或您无权查看。',
    en: 'There is no such internal report that you may see.',
  },
  'internal-report.no-employer': {
    zh: '您的账号没有所属企业，不能提交内部报告。可以用“一键举报”。',
    en: 'Your account belongs to no enterprise. A tip to the authority is open to you.',
  },
  'internal-report.command-not-open': {
    zh: '这份报告现在不能这样办理：报告人不办理自己的报告，奖励由两个人分别提出和审批。请刷新。',
    en: 'This cannot be done now: reporters do not settle their own report, and two people record a reward. Reload the page.',
  },
  'internal-report.reward-too-large': {
    zh: '奖励不能超过 {most} 元。',
    en: 'A reward is at most {most} yuan.',
  },
};
