import type { Texts } from '../../../platform/i18n/texts';

export const targetTexts: Texts = {
  'target.not-found': { zh: '没有这个目标，或已经结束。', en: 'There is no such target, or it has ended.' },
  'target.outside-region': { zh: '只能为本辖区及下级设目标。', en: 'Targets are set for your own region and below.' },
  'target.person-unfit': {
    zh: '请选择管理范围包括这个地区的在用账号。',
    en: 'Choose an active account whose region includes this one.',
  },
  'target.open-already': {
    zh: '同一地区、同一人的这类目标已有一个，请先结束原来的。',
    en: 'There is an open target of this kind already. End it first.',
  },
  'target.due-over': { zh: '截止日期不能早于今天。', en: 'The last day is today or later.' },
  'target.reached-already': {
    zh: '现在已有 {value}，目标要比现在多。',
    en: '{value} are there already. The goal must be more.',
  },
  'target.not-of-a-person': {
    zh: '个人目标只能是采集登记的设备数或焊工数。',
    en: 'A person’s target counts the machines or welders that they collect.',
  },
};
