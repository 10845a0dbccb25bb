import { legalBasis } from '../rules/legal-basis';
import type { DatedRule } from './dated-rules';

interface Basis {
  readonly zh: string;
  readonly en: string;
  readonly law: string;
  readonly penaltyZh: string;
  readonly penaltyEn: string;
  readonly certainty: 'A' | 'B' | 'default';
}

const before = legalBasis.value as Readonly<Record<string, Basis>>;
const basis = (kind: string): Basis => {
  const found = before[kind];
  if (!found) throw new Error(`no legal basis was seeded for ${kind}`);
  return found;
};

/** The text before the colon is the law's name, which changes; what it asks stays. */
const cited = (kind: string, zh: string, en: string, certainty: Basis['certainty']): Basis => {
  const { zh: wordsZh, en: wordsEn, ...rest } = basis(kind);
  return {
    ...rest,
    zh: `${zh}：${wordsZh.slice(wordsZh.indexOf('：') + 1)}`,
    en: `${en}: ${wordsEn.slice(wordsEn.indexOf(': ') + 2)}`,
    law: zh,
    certainty,
  };
};

const { penaltyZh, penaltyEn } = basis('no-permit');

/** Whoever works for themselves answers by the Fire Control Law, not by what enterprises are fined. */
const uncertifiedPerson: Basis = {
  zh: '《消防法》第二十一条、第六十三条第二项：进行电焊、气焊等具有火灾危险作业的人员必须持证上岗，并遵守消防安全操作规程。',
  en: 'Fire Control Law, art. 21 and 63 (2): those who do welding or other work with fire danger hold a certificate and follow the rules of fire safety.',
  law: '《消防法》第二十一条、第六十三条第二项',
  penaltyZh,
  penaltyEn,
  certainty: 'A',
};

const NOTICE_ZH = '国家消防救援局、住房城乡建设部、应急管理部、市场监管总局2025年4月17日联合通告';
const NOTICE_EN = 'joint notice of four authorities of 2025-04-17';

/** Cases found from this day on cite these texts; earlier ones keep theirs. */
export const legalBasis2026: readonly DatedRule[] = [
  {
    id: 'dated-legal-basis-2026',
    key: legalBasis.key,
    validFrom: '2026-11-27T00:00:00+08:00',
    value: {
      ...before,
      uncertified: { ...basis('uncertified'), individual: uncertifiedPerson },
      'no-permit': cited(
        'no-permit',
        `《消防法》第二十一条、第六十三条第二项，${NOTICE_ZH}`,
        `Fire Control Law, art. 21 and 63 (2); ${NOTICE_EN}`,
        'A',
      ),
      // article 101 (3) was not found in the text of 2021
      'fire-watch-absent': { ...basis('fire-watch-absent'), certainty: 'B' },
      'fire-watch-skipped': cited(
        'fire-watch-skipped',
        'GB 50720-2011 6.3.1、GB 55037-2022，GB 30871-2022 5.2，GB 9448-2025（2026年8月1日起施行），《安全生产法》第四十三条、第一百零一条第三项',
        'GB 50720-2011, 6.3.1; GB 55037-2022; GB 30871-2022, 5.2; GB 9448-2025 (in force 2026-08-01); Work Safety Law, art. 43 and 101 (3)',
        'B',
      ),
    },
    source: `安全生产法（2021年修正）；消防法（2021年修正）；${NOTICE_ZH}；GB 30871-2022；GB 50720-2011；GB 55037-2022；GB 9448-2025`,
    certainty: 'B',
  },
];
