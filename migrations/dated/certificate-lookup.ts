import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** How certificates are looked up, how long a scanned e-certificate speaks for its holder, and when its end is told. */
export const certificateLookup: readonly DatedRule[] = [
  {
    key: 'certificate.lookup',
    value: {
      'special-operation': 'https://cx.mem.gov.cn/',
      construction: 'https://zlaq.mohurd.gov.cn/',
      'special-equipment': 'https://cnse.samr.gov.cn/',
    },
    source:
      '应急管理部特种作业操作证及安全生产知识和管理能力考核合格信息查询平台；住房城乡建设部、市场监管总局公示平台',
    certainty: 'B',
    id: 'dated-certificate-lookup',
    validFrom: from,
  },
  { ...byPlatform('certificate.scanned-hours', 72), id: 'dated-certificate-scanned-hours', validFrom: from },
  { ...byPlatform('certificate.notice-days', [90, 30, 7]), id: 'dated-certificate-notice-days', validFrom: from },
  { ...byPlatform('certificate.grid-worker-verifies', false), id: 'dated-certificate-grid', validFrom: from },
];
