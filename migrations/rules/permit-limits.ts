import { byPlatform, type SeedRule } from './seed-rule';

const GB_30871 = 'GB 30871-2022 5';
const GB_50720 = 'GB 50720-2011 6.3.1';

const chemical = (key: string, value: unknown, level?: string): SeedRule => ({
  key,
  regime: 'chemical',
  ...(level && { level }),
  value,
  source: GB_30871,
  certainty: 'B',
});

/** Levels, the strictest first. */
const levels: readonly SeedRule[] = [
  byPlatform('permit.levels', ['one'], { regime: 'small' }),
  byPlatform('permit.levels', ['raised', 'ordinary'], { regime: 'general' }),
  {
    key: 'permit.levels',
    regime: 'construction',
    value: ['first', 'second', 'third'],
    source: '施工现场动火三级审批制度（现场通行做法）',
    certainty: 'A',
  },
  { ...chemical('permit.levels', ['special', 'first', 'second']), certainty: 'A' },
];

/** How long a permit holds, and what raises its level. */
const validity: readonly SeedRule[] = [
  byPlatform('permit.longest-hours', 8),
  byPlatform('permit.longest-hours', 4, { regime: 'small' }),
  byPlatform('permit.longest-hours', 8, { regime: 'general' }),
  {
    key: 'permit.longest-hours',
    regime: 'construction',
    value: 24,
    source: '施工现场动火三级审批制度（当日有效）',
    certainty: 'A',
  },
  { ...chemical('permit.longest-hours', 8, 'special'), certainty: 'A' },
  { ...chemical('permit.longest-hours', 8, 'first'), certainty: 'A' },
  { ...chemical('permit.longest-hours', 72, 'second'), certainty: 'A' },
  byPlatform('permit.same-day', false),
  {
    key: 'permit.same-day',
    regime: 'construction',
    value: true,
    source: '施工现场动火三级审批制度（当日有效）',
    certainty: 'A',
  },
  byPlatform('permit.start-tolerance-minutes', 10),
  byPlatform('permit.raise-on', ['special-period']),
  { ...chemical('permit.raise-on', ['legal-holiday', 'rest-day', 'night', 'special-period']), certainty: 'A' },
  byPlatform('permit.night', { from: '22:00', to: '06:00' }),
];

/** Who signs, beside the chains themselves. */
const signing: readonly SeedRule[] = [
  byPlatform('permit.nobody-signs-twice', true),
  byPlatform('permit.occupier-confirms', false),
  byPlatform('permit.occupier-confirms', true, { regime: 'small' }),
  byPlatform('permit.approval-patience-minutes', 30),
  byPlatform('permit.urgent', { allowed: true, countersignHours: 24, role: 'enterprise-head' }),
  byPlatform('permit.urgent', { allowed: false, countersignHours: 24, role: 'enterprise-head' }, { regime: 'small' }),
  byPlatform(
    'permit.urgent',
    { allowed: false, countersignHours: 24, role: 'enterprise-head' },
    { regime: 'chemical', level: 'special' },
  ),
];

/** 看护: during the work and after it. 60 minutes where many people are or much can burn (NFPA 51B asks for 60 everywhere). */
const LONG_WATCH = {
  crowded: 60,
  'public-assembly': 60,
  'public-entertainment': 60,
  'live-in-business': 60,
  'sandwich-panel': 60,
};
const watch: readonly SeedRule[] = [
  { key: 'permit.fire-watch', value: 'required', source: `${GB_50720}；${GB_30871}.2`, certainty: 'A' },
  byPlatform('permit.fire-watch', 'occupier-may', { regime: 'small' }),
  byPlatform('permit.fire-watch-minutes', { base: 30, placeKinds: LONG_WATCH }),
  byPlatform(
    'permit.fire-watch-minutes',
    { base: 60, placeKinds: LONG_WATCH },
    { regime: 'chemical', level: 'special' },
  ),
  byPlatform('permit.watch-tap-minutes', { every: 60, patience: 10 }),
  byPlatform('permit.watcher-training', 'observe'),
  byPlatform('permit.close-photo', false),
  byPlatform('permit.close-photo', true, { regime: 'chemical', level: 'special' }),
  {
    key: 'permit.retention-days',
    value: 365,
    source: `${GB_30871}（作业票至少保存一年）`,
    certainty: 'A',
  },
];

const gas: readonly SeedRule[] = [
  byPlatform('permit.gas-test', 'none'),
  byPlatform('permit.gas-test', 'optional', { regime: 'general' }),
  { key: 'permit.gas-test', regime: 'chemical', value: 'required', source: `${GB_30871}.3`, certainty: 'B' },
  { key: 'permit.gas-fresh-minutes', value: 30, source: `${GB_30871}.3`, certainty: 'B' },
  byPlatform('permit.gas-interruption-minutes', 60),
  chemical('permit.gas-interruption-minutes', 30, 'special'),
  chemical('permit.gas-interruption-minutes', 30, 'first'),
  chemical('permit.gas-interruption-minutes', 60, 'second'),
  {
    key: 'permit.gas-continuous-minutes',
    regime: 'chemical',
    level: 'special',
    value: 15,
    source: `${GB_30871}.3（特级动火连续监测；读数间隔为平台默认）`,
    certainty: 'default',
  },
];

export const permitLimits: readonly SeedRule[] = [...levels, ...validity, ...signing, ...watch, ...gas];
