import type { Texts } from '../../../platform/i18n/texts';

export const dutyTexts: Texts = {
  'duty.ends-before-start': { zh: '结束时间应晚于开始时间。', en: 'The end must be later than the beginning.' },
  'duty.over': { zh: '这个班次已经结束。', en: 'This duty is over.' },
  'duty.too-long': {
    zh: '一个班次最长 31 天，请分开登记。',
    en: 'A duty lasts 31 days at the most. Enter it in parts.',
  },
  'duty.too-far': { zh: '只能登记 400 天以内的班次。', en: 'Only the next 400 days can be planned.' },
  'duty.taken': {
    zh: '这段时间这个地区已有{name}值班，请调整时间，或先结束原来的班次。',
    en: '{name} is on duty there at that time. Change the times, or end that duty first.',
  },
  'duty.not-found': { zh: '没有这个班次，或不在您的管理范围内。', en: 'There is no such duty within your reach.' },
};
