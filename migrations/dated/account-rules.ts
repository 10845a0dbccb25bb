import type { DatedRule } from './dated-rules';

const SOURCE =
  '网络安全等级保护基本要求（GB/T 22239-2019）8.1.4.1 d)：应采用口令、密码技术、生物技术等两种或两种以上组合的鉴别技术对用户进行身份鉴别';

/** Nobody at first; from spring 2027 on those who decide over others. Until then every one of them reads the day. */
export const accountRules: readonly DatedRule[] = [
  {
    key: 'account.second-factor',
    value: 'nobody',
    source: SOURCE,
    certainty: 'B',
    id: 'dated-second-factor-nobody',
    validFrom: '2020-01-01T00:00:00+08:00',
  },
  {
    key: 'account.second-factor',
    value: 'officials',
    source: SOURCE,
    certainty: 'B',
    id: 'dated-second-factor-officials',
    validFrom: '2027-03-01T00:00:00+08:00',
  },
];
