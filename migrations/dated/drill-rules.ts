import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** 应急预案管理办法 33: once a year; building sites, dangerous goods and crowded places every half-year. */
export const drillRules: readonly DatedRule[] = [
  {
    ...byPlatform('drill.cadence', {
      months: 12,
      highRiskMonths: 6,
      highRiskIndustries: ['chemical', 'construction', 'commerce', 'catering', 'public'],
    }),
    id: 'dated-drill-cadence',
    validFrom: '2000-01-01T00:00:00+08:00',
    source: '《生产安全事故应急预案管理办法》第三十三条',
    certainty: 'B',
  },
];
