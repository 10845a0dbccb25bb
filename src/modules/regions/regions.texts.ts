import type { Texts } from '../../platform/i18n/texts';

export const regionTexts: Texts = {
  'region.not-found': { zh: '没有行政区划代码 {code}，请核对。', en: 'There is no region {code}. Check the code.' },
  'region.unknown': {
    zh: '没有这个行政区划代码，请从列表中选择。',
    en: 'There is no such region. Choose one from the list.',
  },
};
