import type { DatedRule } from './dated-rules';

/** In force since this day (主席令第九十一号). */
const pipl = '2021-11-01T00:00:00+08:00';
const shortest = '个人信息保护法第十九条：保存期限应当为实现处理目的所必要的最短时间；期限为平台默认';
const inUse = { certainty: 'default' as const, validFrom: pipl };

/** How long photos of people and positions of jobs and machines are kept, and how long an erasure waits for the law. */
export const erasureRules: readonly DatedRule[] = [
  { key: 'retention.photos-days', value: 1_095, source: shortest, id: 'dated-retention-photos', ...inUse },
  {
    key: 'retention.job-positions-days',
    value: 1_095,
    source: shortest,
    id: 'dated-retention-job-positions',
    ...inUse,
  },
  {
    key: 'retention.chip-positions-days',
    value: 365,
    source: shortest,
    id: 'dated-retention-chip-positions',
    ...inUse,
  },
  { key: 'retention.registrations-days', value: 180, source: shortest, id: 'dated-retention-registrations', ...inUse },
  {
    key: 'erasure.keep-after-work-days',
    value: 365,
    source: 'GB 30871-2022 附录B B.3：作业票至少保存一年；个人信息保护法第四十七条第二款：法定保存期限未届满的，只存储',
    certainty: 'B',
    id: 'dated-erasure-keep-after-work',
    validFrom: pipl,
  },
];
