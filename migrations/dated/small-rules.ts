import { from, PLATFORM, type Measure } from '../rules/measure';
import { smallMeasures } from '../rules/measures-shops';
import { placeKinds } from '../rules/place-kinds';
import { placesClosedWhileOpen } from './open-places';
import type { DatedRule } from './dated-rules';

/** The joint notice of four ministries on hot work where people are. */
const NOTICE = '2025-04-17T00:00:00+08:00';
const FOUR_MINISTRIES = '国家消防救援局、住房城乡建设部、应急管理部、市场监管总局2025年4月17日联合通告';
const BY_PLATFORM = `平台默认（依据${FOUR_MINISTRIES}的要求细化）`;

const small = (id: string, key: string, value: unknown, of: { readonly level?: string; readonly source?: string }) =>
  ({
    id: `dated-small-${id}`,
    key,
    regime: 'small',
    ...(of.level && { level: of.level }),
    validFrom: NOTICE,
    value,
    source: of.source ?? BY_PLATFORM,
    certainty: 'default',
  }) as const satisfies DatedRule;

/** Where people sleep, gather or crowd. */
const RAISED = ['crowded', 'public-assembly', 'public-entertainment', 'mixed-use', 'live-in-business', 'never-closes'];
const CLOSED_HOURS = placesClosedWhileOpen.value as Readonly<Record<string, unknown>>;
/** Those of them that some shops cannot close: what this takes is on their checklist. */
const WHILE_OPEN = ['small-venue', 'crowded', 'public-assembly', 'mixed-use', 'live-in-business'];
const NEVER_CLOSES = { placeKinds: ['never-closes'] };

const platform = from(PLATFORM);
const separated = from('公安部令第61号 第二十条')(
  'fire-separated',
  '营业或使用期间：动火区与使用区已做防火分隔，顾客和无关人员进不来',
  'While the place is open or in use: the work area is fire-separated, guests and others cannot get in',
  { placeKinds: ['public-assembly', 'never-closes'] },
);
const whileOpen: readonly (Measure & { readonly signature?: true })[] = [
  platform(
    'dedicated-watcher',
    '不停业的场所：已安排专人在场看护，作业期间不做别的事',
    'A place that does not close: one person does nothing but watch while work goes on',
    NEVER_CLOSES,
  ),
  {
    ...platform(
      'head-agreed',
      '不停业的场所：店主或单位负责人在场，已同意营业期间作业（请其在本页签名）',
      'A place that does not close: the owner or head is present and agrees to work while it is open (signs on this page)',
      NEVER_CLOSES,
    ),
    signature: true,
  },
];

/** Small jobs have two levels: where people sleep, gather or crowd the grid worker looks at the place before it begins. */
export const smallRules: readonly DatedRule[] = [
  small('levels', 'permit.levels', ['raised', 'one'], {}),
  {
    id: 'dated-level-of-place',
    key: 'permit.level-of-place',
    validFrom: NOTICE,
    value: {},
    source: '平台默认（其他作业按定级问题定级）',
    certainty: 'default',
  },
  small('level-of-place', 'permit.level-of-place', Object.fromEntries(RAISED.map((kind) => [kind, 'raised'])), {}),
  small(
    'chain',
    'permit.approval-chain',
    [
      {
        step: 0,
        titleZh: '网格员现场确认',
        titleEn: 'Grid worker, on the spot',
        roles: ['grid-worker'],
        of: 'region',
        quorum: 'one',
        siteVisit: true,
      },
    ],
    { level: 'raised' },
  ),
  small('watch', 'permit.fire-watch', 'occupier-agrees', { level: 'raised' }),
  small(
    'measures',
    'permit.measures',
    [...smallMeasures.map((one) => (one.code === separated.code ? separated : one)), ...whileOpen],
    {},
  ),
  small(
    'closed-hours',
    'place.closed-hours-only',
    { ...CLOSED_HOURS, 'live-in-business': CLOSED_HOURS['small-venue'] },
    { source: `${FOUR_MINISTRIES}（严禁在使用或营业期间违规动火作业）；多合一场所和08:00至22:00的时段为平台默认` },
  ),
  small(
    'while-open',
    'place.open-hours-exception',
    { placeKinds: WHILE_OPEN, measures: ['fire-separated', 'dedicated-watcher', 'head-agreed'] },
    { source: '公安部令第61号 第二十条（防火分隔、专人监护）；负责人签字和适用场所为平台默认' },
  ),
  {
    id: 'dated-place-kinds-2025',
    key: 'permit.place-kinds',
    validFrom: NOTICE,
    value: [
      ...(placeKinds.value as readonly object[]),
      {
        code: 'never-closes',
        zh: '不停业的场所（昼夜营业或无法停业）',
        en: 'Does not close (open day and night, or cannot close)',
      },
    ],
    source: BY_PLATFORM,
    certainty: 'default',
  },
  {
    id: 'dated-small-again',
    key: 'permit.small-again',
    validFrom: NOTICE,
    value: { times: 2, days: 7, withinM: 50 },
    source: '平台默认（同一地点7天内第三次起不再算小型作业）',
    certainty: 'default',
  },
  {
    id: 'dated-occupier-places',
    key: 'permit.occupier-places',
    validFrom: NOTICE,
    value: { places: 3, days: 30, withinM: 50 },
    source: '平台默认（同一手机号30天内确认三处及以上的，由网格员核实）',
    certainty: 'default',
  },
];
