import type { DatedRule } from './dated-rules';

/** In force since this day (国家安全生产监督管理总局令第30号). */
export const recencyRules: readonly DatedRule[] = [
  {
    key: 'certificate.recency-months',
    value: 6,
    source:
      '特种作业人员安全技术培训考核管理规定（国家安全生产监督管理总局令第30号，2015年修正）第三十二条：离开特种作业岗位6个月以上的特种作业人员，应当重新进行实际操作考试，经确认合格后方可上岗作业',
    certainty: 'A',
    id: 'dated-recency-months',
    validFrom: '2010-07-01T00:00:00+08:00',
  },
];
