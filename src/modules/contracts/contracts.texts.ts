import type { Texts } from '../../platform/i18n/texts';

export const contractTexts: Texts = {
  'contract.not-found': {
    zh: '没有这份合同，或不在您的管理范围内。',
    en: 'There is no such contract within your reach.',
  },
  'contract.own-firm-only': {
    zh: '只有企业的岗位人员可以登记本企业的合同。',
    en: 'Only people of an enterprise enter its contracts.',
  },
  'contract.other-unknown': {
    zh: '没有找到对方企业。请填写已登记企业的统一社会信用代码。',
    en: 'The other enterprise is not registered. Type its unified social credit code.',
  },
  'contract.with-oneself': { zh: '不能与自己的企业签合同。', en: 'An enterprise makes no contract with itself.' },
  'contract.ends-before-start': { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' },
  'contract.too-long': { zh: '合同期限最长五年。', en: 'A contract lasts five years at most.' },
  'contract.agreement-dates': {
    zh: '协议到期日早于签订日。',
    en: 'The agreement ends before it was signed.',
  },
  'contract.not-of-contractor': {
    zh: '所选焊工或设备不属于承包单位。',
    en: 'Somebody or something on the list is not the contractor’s.',
  },
  'contract.ended-already': { zh: '合同已结束，不能再改。', en: 'The contract has ended and is not changed any more.' },
};
