import type { Texts } from '../../platform/i18n/texts';

export const evidenceTexts: Texts = {
  'decision.not-found': {
    zh: '没有这次判定，或不在您负责的范围内。',
    en: 'There is no such decision within your reach.',
  },
  'document.not-found': {
    zh: '没有这份文书，或不在您负责的范围内。',
    en: 'There is no such document within your reach.',
  },
  'document.office-unknown': {
    zh: '本地区尚未登记发文机关，请管理员在“规则”中维护“文书的发文机关与机关代字”。',
    en: 'No issuing office is on record for your region: an administrator enters it in the rules.',
  },
  'document.other-office': {
    zh: '只能以本机关名义发文：{offices}。',
    en: 'You write only in the name of your own office: {offices}.',
  },
  'document.case-withdrawn': {
    zh: '案件已撤销，不能再出具文书。',
    en: 'The case was withdrawn: no document is made of it.',
  },
  'document.unconfirmed': { zh: '问题尚未核实，核实后才能出具文书。', en: 'The finding is not confirmed yet.' },
  'document.no-enterprise': {
    zh: '案件没有责任单位，无法约谈。',
    en: 'No enterprise answers for the case: nobody can be summoned.',
  },
  'document.talk-first': {
    zh: '先出具约谈通知书，再做约谈记录。',
    en: 'The summons comes before the record of the talk.',
  },
  'document.not-reviewed': {
    zh: '经他人复查后的隐患或违法行为才能曝光。',
    en: 'Only a hazard or offence that another person has looked at again is made public.',
  },
  'decision.allowed': { zh: '允许作业', en: 'Allowed' },
  'decision.refused': { zh: '不予放行', en: 'Refused' },
  'decision.severity.block': { zh: '拒绝：', en: 'Block:' },
  'decision.severity.warn': { zh: '警告：', en: 'Warning:' },
  'decision.severity.observe': { zh: '观察：', en: 'Observed:' },
};
