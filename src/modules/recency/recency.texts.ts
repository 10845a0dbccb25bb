import type { Texts } from '../../platform/i18n/texts';

export const recencyTexts: Texts = {
  'recency.in-future': { zh: '日期不能晚于今天。', en: 'The day is not after today.' },
  'recency.too-long-ago': {
    zh: '这一天离现在已超过规定的离岗期限，说明不了近期在岗。',
    en: 'That day is further back than the time off the trade that is allowed, so it shows nothing.',
  },
};
