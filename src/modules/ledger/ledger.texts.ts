import type { Texts } from '../../platform/i18n/texts';

export const ledgerTexts: Texts = {
  'ledger.period': {
    zh: '台账的起止日期不对：结束不早于开始，最长三年。',
    en: 'The period of the file ends before it begins, or is longer than three years.',
  },
};
