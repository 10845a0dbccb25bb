import type { Texts } from '../../platform/i18n/texts';

export const reportTexts: Texts = {
  'report.no-such-period': {
    zh: '没有这个周或月，或者它还没有开始。周写作 2026-W48，月写作 2026-11。',
    en: 'There is no such week or month, or it has not begun. A week is written 2026-W48, a month 2026-11.',
  },
  'report.period-runs': {
    zh: '现在只能查看。一期结束后的次日早上 6 点起才能定稿，那时夜间离线的数据已经补传。',
    en: 'It can only be looked at now. It can be handed in from 06:00 on the day after its end, when what was kept offline over night has arrived.',
  },
  'report.not-found': { zh: '没有这份报告，或不在您负责的区域。', en: 'There is no such report within your reach.' },
};
