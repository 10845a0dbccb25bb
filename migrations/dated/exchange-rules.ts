import type { DatedRule } from './dated-rules';

/** What others sent about people is kept as long as the standard keeps a permit; it holds since the standard does. */
export const exchangeRules: readonly DatedRule[] = [
  {
    key: 'retention.exchanged-days',
    value: 365,
    source: 'GB 30871-2022 附录B B.3（作业票至少保存一年）；其他平台报送的待核实信息同样办理',
    id: 'dated-retention-exchanged',
    certainty: 'default',
    validFrom: '2022-10-01T00:00:00+08:00',
  },
];
