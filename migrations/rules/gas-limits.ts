import type { SeedRule } from './seed-rule';

const GB_T_50493 = 'GB/T 50493-2019 附录A';
const gas = (zh: string, en: string, lel: number): { zh: string; en: string; lel: number; source: string } => ({
  zh,
  en,
  lel,
  source: GB_T_50493,
});

/**
 * Limits in % by volume; `lel` is the lower explosive limit. Gases of 4 % and more may be present up to `highLelMax`, others up
 * to `lowLelMax`. Handbooks differ by a few tenths: where they do, the value here decides the same side of 4 %.
 */
export const gasLimits: SeedRule = {
  key: 'permit.gas-limits',
  value: {
    lelThreshold: 4,
    highLelMax: 0.5,
    lowLelMax: 0.2,
    oxygen: { min: 19.5, max: 21, enrichedMax: 23.5 },
    gases: {
      methane: gas('甲烷（天然气）', 'Methane (natural gas)', 5.0),
      ethane: gas('乙烷', 'Ethane', 3.0),
      propane: gas('丙烷', 'Propane', 2.1),
      butane: gas('丁烷', 'Butane', 1.9),
      lpg: gas('液化石油气', 'Liquefied petroleum gas', 1.5),
      pentane: gas('戊烷', 'Pentane', 1.4),
      hexane: gas('己烷', 'Hexane', 1.1),
      ethylene: gas('乙烯', 'Ethylene', 2.7),
      propylene: gas('丙烯', 'Propylene', 2.0),
      acetylene: gas('乙炔', 'Acetylene', 2.5),
      hydrogen: gas('氢气', 'Hydrogen', 4.0),
      'carbon-monoxide': gas('一氧化碳', 'Carbon monoxide', 12.5),
      ammonia: gas('氨', 'Ammonia', 15),
      'hydrogen-sulfide': gas('硫化氢', 'Hydrogen sulfide', 4.0),
      benzene: gas('苯', 'Benzene', 1.2),
      toluene: gas('甲苯', 'Toluene', 1.1),
      xylene: gas('二甲苯', 'Xylene', 1.0),
      styrene: gas('苯乙烯', 'Styrene', 1.1),
      methanol: gas('甲醇', 'Methanol', 6.0),
      ethanol: gas('乙醇（酒精）', 'Ethanol', 3.3),
      acetone: gas('丙酮', 'Acetone', 2.5),
      'ethyl-acetate': gas('乙酸乙酯', 'Ethyl acetate', 2.2),
      'ethylene-oxide': gas('环氧乙烷', 'Ethylene oxide', 3.0),
      gasoline: gas('汽油', 'Petrol', 1.3),
      diesel: gas('柴油', 'Diesel', 0.6),
    },
  },
  source: 'GB 30871-2022 5.3；各气体爆炸下限以 GB/T 50493-2019 附录A 及物质安全技术说明书为准',
  certainty: 'B',
};
