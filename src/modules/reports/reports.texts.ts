import type { Texts } from '../../platform/i18n/texts';

export const reportTexts: Texts = {
  'report.no-such-period': {
    zh: '没有这个周或月，或者它还没有开始。周写作 2026-W48，月写作 2026-11。',
    en: 'There is no such week or month, or it has not begun. A week is written 2026-W48, a month 2026-11.',
  },
  'report.period-runs': {
    zh: '这一期还没有结束，现在只能查看，结束后才能定稿。',
    en: 'This period is not over. It can be looked at now, and handed in when it has ended.',
  },
  'report.not-found': { zh: '没有这份报告，或不在您负责的区域。', en: 'There is no such report within your reach.' },
};
