import type { Texts } from '../../../platform/i18n/texts';

export const watcherCertificateTexts: Texts = {
  'watcher-certificate.not-found': {
    zh: '没有这个人或这份培训合格证，或您无权办理。',
    en: 'There is no such person or certificate, or you may not act on it.',
  },
  'watcher-certificate.own': {
    zh: '不能登记自己的监护人培训合格证，请由本单位其他管理人员登记。',
    en: 'Nobody records their own certificate. Someone else of the enterprise does.',
  },
  'watcher-certificate.past': {
    zh: '这份培训合格证已经过期，请核对有效期，或参加培训后再登记。',
    en: 'This certificate has ended. Check its date, or train first.',
  },
};
