import type { SeedRule } from './seed-rule';

interface Gas {
  readonly zh: string;
  readonly en: string;
  /** Lower explosive limit, % by volume. */
  readonly lel: number;
  readonly source: string;
}

const from =
  (source: string) =>
  (zh: string, en: string, lel: number): Gas => ({ zh, en, lel, source });

const standard = from('GB/T 50493-2019 附录A');
const guide = from('NIOSH Pocket Guide to Chemical Hazards');
const dataSheet = from('化学品安全技术说明书');

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
      methane: standard('甲烷（天然气）', 'Methane (natural gas)', 5.0),
      ethane: standard('乙烷', 'Ethane', 3.0),
      propane: guide('丙烷', 'Propane', 2.1),
      butane: standard('丁烷', 'Butane', 1.9),
      lpg: guide('液化石油气', 'Liquefied petroleum gas', 1.9),
      pentane: guide('戊烷', 'Pentane', 1.5),
      hexane: guide('己烷', 'Hexane', 1.1),
      ethylene: standard('乙烯', 'Ethylene', 2.7),
      propylene: standard('丙烯', 'Propylene', 2.0),
      acetylene: guide('乙炔', 'Acetylene', 2.5),
      hydrogen: standard('氢气', 'Hydrogen', 4.0),
      'carbon-monoxide': guide('一氧化碳', 'Carbon monoxide', 12.5),
      ammonia: guide('氨', 'Ammonia', 15),
      'hydrogen-sulfide': guide('硫化氢', 'Hydrogen sulfide', 4.0),
      benzene: guide('苯', 'Benzene', 1.2),
      toluene: guide('甲苯', 'Toluene', 1.1),
      xylene: guide('二甲苯', 'Xylene', 0.9),
      styrene: guide('苯乙烯', 'Styrene', 0.9),
      methanol: guide('甲醇', 'Methanol', 6.0),
      ethanol: guide('乙醇（酒精）', 'Ethanol', 3.3),
      acetone: guide('丙酮', 'Acetone', 2.5),
      'ethyl-acetate': guide('乙酸乙酯', 'Ethyl acetate', 2.0),
      'ethylene-oxide': guide('环氧乙烷', 'Ethylene oxide', 3.0),
      gasoline: guide('汽油', 'Petrol', 1.4),
      diesel: dataSheet('柴油', 'Diesel', 0.6),
    },
  },
  source: 'GB 30871-2022 5.3（限值）；各气体的爆炸下限注明各自出处',
  certainty: 'B',
};
