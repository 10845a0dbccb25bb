import { byPlatform, type SeedRule } from './seed-rule';

interface Conflict {
  readonly code: string;
  readonly with: string;
  readonly zh: string;
  readonly en: string;
  readonly distanceM: number;
  readonly severity: 'warn' | 'block';
}

const conflict = (
  code: string,
  kind: string,
  zh: string,
  en: string,
  distanceM: number,
  severity: Conflict['severity'],
): Conflict => ({ code, with: kind, zh, en, distanceM, severity });

const NEAR_HOT_WORK = conflict(
  'hot-work-near',
  'hot-work',
  '10 米内同时有另一处动火作业',
  'Other hot work within 10 m at the same time',
  10,
  'warn',
);
const NEAR_CROWD = conflict(
  'crowd-near',
  'public-entertainment',
  '50 米内有公共娱乐场所正在营业',
  'A place of public entertainment is open within 50 m',
  50,
  'warn',
);

const flammables = (severity: Conflict['severity']): Conflict[] => [
  conflict(
    'gas-discharge-near',
    'gas-discharge',
    '30 米内排放可燃气体',
    'Flammable gas is discharged within 30 m',
    30,
    severity,
  ),
  conflict(
    'liquid-discharge-near',
    'liquid-discharge',
    '15 米内排放可燃液体',
    'Flammable liquid is discharged within 15 m',
    15,
    severity,
  ),
  conflict(
    'solvent-near',
    'solvent',
    '10 米内或上下方用可燃溶剂清洗',
    'Cleaning with flammable solvent within 10 m, above or below',
    10,
    severity,
  ),
  conflict(
    'painting-near',
    'painting',
    '10 米内或上下方喷漆、刷漆',
    'Painting within 10 m, above or below',
    10,
    severity,
  ),
  conflict(
    'dust-near',
    'dust-cleaning',
    '10 米内清扫可燃性粉尘',
    'Combustible dust is swept within 10 m',
    10,
    severity,
  ),
];

/** 交叉作业: works that must not go on near each other at the same time. */
export const simops: readonly SeedRule[] = [
  byPlatform('permit.simops', [NEAR_HOT_WORK, NEAR_CROWD, ...flammables('warn')]),
  {
    key: 'permit.simops',
    regime: 'chemical',
    value: [NEAR_HOT_WORK, ...flammables('block')],
    source: 'GB 30871-2022 5.2（30 m、15 m、10 m）；两处动火的间距为平台默认',
    certainty: 'B',
  },
];
