import type { Texts } from '../../platform/i18n/texts';

export const evidenceTexts: Texts = {
  'decision.not-found': {
    zh: '没有这次判定，或不在您负责的范围内。',
    en: 'There is no such decision within your reach.',
  },
  'decision.allowed': { zh: '允许作业', en: 'Allowed' },
  'decision.refused': { zh: '不予放行', en: 'Refused' },
  'decision.severity.block': { zh: '拒绝：', en: 'Block:' },
  'decision.severity.warn': { zh: '警告：', en: 'Warning:' },
  'decision.severity.observe': { zh: '观察：', en: 'Observed:' },
};
