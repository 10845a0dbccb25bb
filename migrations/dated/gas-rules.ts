import type { DatedRule } from './dated-rules';
import { gasLimits } from '../rules/gas-limits';

/** GB 30871-2022 is in force from this day. */
const GB_30871 = '2022-10-01T00:00:00+08:00';
/** 应急管理部令第13号 is in force from this day. */
const ORDER_13 = '2024-01-01T00:00:00+08:00';

const { gases, ...limits } = gasLimits.value as { readonly gases: Readonly<Record<string, object>> };

/** GBZ 2.1 in mg/m³; molar masses in grams. */
const toxic: Readonly<Record<string, object>> = {
  'hydrogen-sulfide': { molarMass: 34.08, ceilingMgM3: 10, source: 'GBZ 2.1（最高容许浓度）' },
  'carbon-monoxide': { molarMass: 28.01, timeWeightedMgM3: 20, shortTermMgM3: 30, source: 'GBZ 2.1（非高原）' },
};

/** What changed about gas after the rules were first written. */
export const gasRules: readonly DatedRule[] = [
  {
    id: 'dated-gas-limits-2022',
    key: 'permit.gas-limits',
    validFrom: GB_30871,
    value: {
      ...limits,
      combustibleLelMax: 10,
      molarVolumeL: 24.055,
      clauses: {
        explosion: 'GB 30871-2022 5.3.2',
        oxygen: 'GB 30871-2022 6.4',
        toxic: 'GB 30871-2022 6.4；GBZ 2.1',
      },
      gases: Object.fromEntries(
        Object.entries(gases).map(([code, gas]) => [code, code in toxic ? { ...gas, toxic: toxic[code] } : gas]),
      ),
    },
    source:
      'GB 30871-2022 5.3.2（爆炸限值）、6.4（氧含量、有毒物质）；GBZ 2.1（毒性限值）；各气体的爆炸下限注明各自出处；不分种类的可燃气体 10 %LEL 为通行做法',
    certainty: 'B',
  },
  {
    id: 'dated-gas-record-2022',
    key: 'permit.gas-record-minutes',
    validFrom: GB_30871,
    value: { 'confined-space': 120 },
    source: 'GB 30871-2022 6.5（受限空间内至少每 2 小时记录一次）',
    certainty: 'A',
  },
  {
    id: 'dated-gas-test-when-2024',
    key: 'permit.gas-test-when',
    validFrom: ORDER_13,
    value: { placeKinds: ['confined-space'], answers: [] },
    source: '应急管理部令第13号（先通风、再检测、后作业）',
    certainty: 'B',
  },
  {
    id: 'dated-gas-test-when-general-2024',
    key: 'permit.gas-test-when',
    regime: 'general',
    validFrom: ORDER_13,
    value: {
      placeKinds: ['confined-space'],
      answers: [{ code: 'flammables-held' }, { code: 'height-or-confined', unlessPlaceKinds: ['height'] }],
    },
    source: '应急管理部令第13号（先通风、再检测、后作业）；盛装过易燃物的容器、管道为平台默认',
    certainty: 'B',
  },
  {
    id: 'dated-gas-test-when-construction-2024',
    key: 'permit.gas-test-when',
    regime: 'construction',
    validFrom: ORDER_13,
    value: {
      placeKinds: ['confined-space'],
      answers: [
        { code: 'vessels' },
        { code: 'closed-space' },
        { code: 'small-tank-or-height', unlessPlaceKinds: ['height'] },
      ],
    },
    source:
      '《房屋市政工程生产安全重大事故隐患判定标准》第十一条（先通风、再检测、后作业）；盛装过易燃物的容器为平台默认',
    certainty: 'B',
  },
];
