import type { Texts } from '../../../platform/i18n/texts';

export const qualityTexts: Texts = {
  'quality.finding-gone': {
    zh: '这条问题已经处理好，或不在您的管理范围内。',
    en: 'This finding is mended already, or lies outside your reach.',
  },
  'quality.not-yours': {
    zh: '这类问题不由您的岗位处理，请由能补正的人员或监管人员说明理由。',
    en: 'This finding is not yours to mend. Whoever may mend it, or an official, gives the reason.',
  },
  'quality.accepted-already': {
    zh: '这条问题刚刚已有人说明理由并接受。',
    en: 'Somebody has just accepted this finding with a reason.',
  },
};
