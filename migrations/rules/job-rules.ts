import { byPlatform, type SeedRule } from './seed-rule';

/** Jobs, chips, certificates and places: what authorisation and the running of a job ask. */
export const jobRules: readonly SeedRule[] = [
  byPlatform('arc.grace-ms', 2_000),
  byPlatform('chip.offline-seconds', 180),
  byPlatform('chip.silent-intervals', 3),
  byPlatform('inspection.warn-days', 30),
  byPlatform('job.reservation-seconds', 10),
  byPlatform('job.longest-hours', 8),
  byPlatform('job.idle-limit-minutes', 120),
  byPlatform('job.stop-grace-seconds', 60),
  byPlatform('job.warning-minutes', [30, 10, 5]),
  byPlatform('job.photo-fresh-minutes', 10),
  byPlatform('job.photo-required', false),
  byPlatform('place.least-radius-m', 50),
  {
    key: 'place.closed-hours-only',
    // the hours in which such places may be open at all; an administrator narrows them to the real ones of a region
    value: { 'public-entertainment': { from: '08:00', to: '02:00' } },
    source: '公安部令第61号 第二十条（营业期间禁止动火施工）；娱乐场所管理条例 第二十八条（2时至8时不得营业）',
    certainty: 'B',
  },
  {
    key: 'weather.wind-grade',
    value: 5,
    source: 'GB 50720-2011 6.3.1；GB 30871-2022 5.2',
    certainty: 'B',
  },
  {
    key: 'certificate.operation-for-process',
    value: {
      MMA: 'fusion',
      GMAW: 'fusion',
      GTAW: 'fusion',
      SAW: 'fusion',
      PAW: 'fusion',
      LASER: 'fusion',
      GAS: 'fusion',
      PLASMA: 'fusion',
      RESISTANCE: 'pressure',
      BRAZING: 'brazing',
    },
    source: '特种作业目录：焊接与热切割作业（熔化焊接与热切割、压力焊、钎焊）',
    certainty: 'B',
  },
  {
    key: 'certificate.review-abolished-from',
    value: '2026-06-01',
    source: '特种作业人员安全技术培训考核管理规定（应急管理部修订，2026年6月1日起施行）',
    certainty: 'A',
  },
];
