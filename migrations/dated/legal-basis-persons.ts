import { legalBasis2026 } from './legal-basis-2026';
import type { DatedRule } from './dated-rules';

const [before] = legalBasis2026 as [DatedRule];
const kinds = before.value as Readonly<Record<string, object>>;

const FIRE_LAW = {
  law: '《消防法》第二十一条、第六十三条第二项',
  penaltyZh: '违反规定使用明火作业的，处警告或者五百元以下罚款；情节严重的，处五日以下拘留。',
  penaltyEn: 'Hot work against the rules: a warning or a fine up to CNY 500; in grave cases detention up to five days.',
} as const;

const byFireLaw = (zh: string, en: string, certainty: 'A' | 'B' = 'B'): object => ({
  ...FIRE_LAW,
  zh: `${FIRE_LAW.law}：${zh}`,
  en: `Fire Control Law, art. 21 and 63 (2): ${en}`,
  certainty,
});

/** Duties of enterprises have no fine for a person: nothing is claimed but what the person has to do. */
const localOnly = (zh: string, en: string): object => ({
  zh: `当地“一芯一码一平台”管理要求：${zh}`,
  en: `Local rules on chip, code and platform: ${en}`,
  law: '当地“一芯一码一平台”管理要求',
  penaltyZh: '个人不适用对生产经营单位的罚款；查明具体违法行为的，按相应条款处理。',
  penaltyEn:
    'What enterprises are fined does not apply to a person; what is found to be an offence follows its provision.',
  certainty: 'default',
});

/** Where a person answers who belongs to no enterprise. */
const individuals: Readonly<Record<string, object>> = {
  'gas-test-missed': byFireLaw(
    '明火作业人员应当遵守消防安全操作规程，作业前和中断后按规定检测气体。',
    'whoever does hot work follows the rules of fire safety: gas is tested before work and after interruptions.',
  ),
  'fire-watch-absent': byFireLaw(
    '明火作业人员应当遵守消防安全操作规程，作业时有人监护。',
    'whoever does hot work follows the rules of fire safety: somebody watches while it goes on.',
  ),
  'fire-watch-skipped': byFireLaw(
    '明火作业人员应当遵守消防安全操作规程，作业后确认无残留火种方可离开。',
    'whoever does hot work follows the rules of fire safety: the place is left only when nothing smoulders.',
  ),
  'forged-certificate': {
    ...byFireLaw(
      '进行电焊、气焊等作业的人员必须持证上岗；使用伪造证件的按无证上岗处理，线索移送公安机关。',
      'whoever welds holds a certificate; a forged one counts as none, and the clue is handed to the police.',
    ),
    penaltyZh: `${FIRE_LAW.penaltyZh}伪造、变造、买卖国家机关证件构成犯罪的，依法追究刑事责任。`,
    penaltyEn: `${FIRE_LAW.penaltyEn} Forging or trading official certificates can be a crime.`,
  },
  'chip-tampered': localOnly(
    '监管芯片用于监测作业安全，不得拆除、破坏或屏蔽。',
    'the chip monitors the safety of the work and may not be removed, damaged or bypassed.',
  ),
  'modified-machine': localOnly('不得改装焊割设备绕过监管芯片。', 'machines may not be altered to bypass the chip.'),
  other: localOnly('作业人员应当及时消除发现的隐患。', 'whoever works removes the hazards that were found.'),
};

const value = Object.fromEntries(
  Object.entries(kinds).map(([kind, basis]) => {
    const individual = individuals[kind];
    return [kind, individual ? { ...basis, individual } : basis];
  }),
);

/** Cases found from this day on tell a person what a person answers for. */
export const legalBasisPersons: readonly DatedRule[] = [
  { ...before, id: 'dated-legal-basis-persons', validFrom: '2026-11-28T00:00:00+08:00', value },
];
