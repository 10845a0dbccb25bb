import type { DatedRule } from './dated-rules';

/** In force since this day (主席令第九十一号). */
const pipl = '2021-11-01T00:00:00+08:00';
const shortest = '个人信息保护法第十九条：保存期限应当为实现处理目的所必要的最短时间';
const inUse = { certainty: 'default' as const, validFrom: pipl };

/** The law asks for the shortest time that the purpose needs and names no figure; the figures are the platform's own. */
export const privacyRules: readonly DatedRule[] = [
  {
    key: 'retention.positions-days',
    value: 1_095,
    source: `${shortest}；期限为平台默认`,
    id: 'dated-retention-positions',
    ...inUse,
  },
  {
    key: 'retention.tip-identity-days',
    value: 365,
    source: `${shortest}；期限为平台默认`,
    id: 'dated-retention-tip-identity',
    ...inUse,
  },
  {
    key: 'retention.device-days',
    value: 400,
    source: '网络安全法第二十一条：网络日志留存不少于六个月；期限为平台默认',
    id: 'dated-retention-devices',
    ...inUse,
  },
  {
    key: 'retention.message-days',
    value: 365,
    source: `${shortest}；期限为平台默认`,
    id: 'dated-retention-messages',
    ...inUse,
  },
];
