import { approvalRules } from './approval-rules';
import type { SeedRule } from '../rules/seed-rule';
import { seededRules } from '../rules/all-rules';
import type { DatedRule } from './dated-rules';

/** 化学品企业特殊作业安全规范 in force. */
const GB_30871 = '2022-10-01T00:00:00+08:00';
/** 建筑防火通用规范 in force: clauses of GB 50720 lost their mandatory force to it. */
const GB_55037 = '2023-06-01T00:00:00+08:00';
/** 应急管理部令第10号 in force. */
const ORDER_10 = '2023-05-15T00:00:00+08:00';

type Slot = Pick<SeedRule, 'key' | 'regime' | 'level'>;
type Label = Pick<DatedRule, 'validFrom' | 'source' | 'certainty'>;

const idOf = ({ key, regime, level }: Slot, { validFrom }: Label): string =>
  ['dated', key, regime, level, validFrom.slice(0, 10)].filter(Boolean).join('-');

/** The value stays as it was seeded; from a day on it names the text that it comes from. `of`: the slot that held it until then. */
function relabelled(slot: Slot, label: Label, of: Slot = slot): DatedRule {
  const seed = seededRules.find((one) => one.key === of.key && one.regime === of.regime && one.level === of.level);
  if (!seed) throw new Error(`no rule ${of.key} ${of.regime ?? ''} ${of.level ?? ''} was seeded`);
  return { ...slot, ...label, id: idOf(slot, label), value: seed.value };
}

const CHEMICAL_LEVELS = ['special', 'first', 'second'] as const;
const standard = (source: string, certainty: Label['certainty'] = 'A'): Label => ({
  validFrom: GB_30871,
  source: `GB 30871-2022 ${source}`,
  certainty,
});
const chemical = (key: string, level?: string): Slot => ({ key, regime: 'chemical', ...(level && { level }) });

/** Looked up in the text of the standard. */
const ofStandard: readonly DatedRule[] = [
  relabelled(chemical('permit.levels'), standard('5.1.1')),
  relabelled(chemical('permit.raise-on'), standard('5.1.1（节假日、公休日、夜间或其他特殊情况升级管理）')),
  ...CHEMICAL_LEVELS.map((level) => relabelled(chemical('permit.longest-hours', level), standard('5.1.5'))),
  relabelled(chemical('permit.gas-test'), standard('5.3.1')),
  relabelled(chemical('permit.gas-fresh-minutes'), standard('5.3.1（取样与动火间隔不超过 30 min）'), {
    key: 'permit.gas-fresh-minutes',
  }),
  ...CHEMICAL_LEVELS.map((level) => relabelled(chemical('permit.gas-interruption-minutes', level), standard('5.3.1'))),
  relabelled(
    chemical('permit.simops'),
    standard('5.2.9（30 m、15 m、10 m）；两处动火相距 10 m 为平台参照良好实践，标准未规定'),
  ),
  relabelled({ key: 'permit.retention-days' }, standard('附录B B.3（作业票至少保存一年；其他作业票同样办理）')),
];

const site = (source: string, certainty: Label['certainty'] = 'B'): Label => ({
  validFrom: GB_55037,
  source,
  certainty,
});
const construction = (key: string, level?: string): Slot => ({ key, regime: 'construction', ...(level && { level }) });

/** Known from secondary texts that differ among themselves: to be confirmed. */
/** Level third has no seat of its own for whoever fills the form in. */
const seatOfWhoeverFillsIn = (level: string): Partial<Pick<DatedRule, 'value'>> => {
  const chain = approvalRules.find((one) => one.regime === 'construction' && one.level === level);
  return chain ? { value: chain.value } : {};
};

const ofBuildingSites: readonly DatedRule[] = [
  relabelled(construction('permit.levels'), site('施工现场动火三级审批制度（现场通行做法，待核对原文）')),
  relabelled(construction('permit.longest-hours'), site('施工现场动火三级审批制度（当日有效，待核对原文）')),
  relabelled(construction('permit.same-day'), site('施工现场动火三级审批制度（当日有效，待核对原文）')),
  ...['first', 'second', 'third'].map((level) => ({
    ...relabelled(
      construction('permit.approval-chain', level),
      site('施工现场动火三级审批制度（待核对原文）；GB 50720-2011 6.3.1、GB 55037-2022（签发人现场查验后签发）'),
    ),
    ...seatOfWhoeverFillsIn(level),
  })),
  relabelled(
    construction('permit.measures'),
    site('GB 50720-2011 6.3；GB 55037-2022（自2023年6月1日起取代其中的强制性条文）'),
  ),
  relabelled(
    { key: 'permit.fire-watch' },
    site('GB 50720-2011 6.3.1；GB 55037-2022；GB 30871-2022 4.10、5.2.1（专人监护）', 'A'),
  ),
  relabelled({ key: 'weather.wind-grade' }, site('GB 50720-2011 6.3.1；GB 55037-2022；GB 30871-2022 5.2.15')),
];

/** Which findings are major hazards (重大事故隐患) in which trades. Before the Order's day none was named. */
const majorHazards: readonly DatedRule[] = [
  {
    id: 'dated-no-major-hazards',
    key: 'supervision.major-hazards',
    validFrom: '2000-01-01T00:00:00+08:00',
    value: {},
    source: '平台默认',
    certainty: 'default',
  },
  {
    id: 'dated-major-hazards-2023',
    key: 'supervision.major-hazards',
    validFrom: ORDER_10,
    value: { uncertified: ['manufacturing', 'commerce', 'catering', 'repair', 'other'] },
    source:
      '工贸企业重大事故隐患判定标准（应急管理部令第10号，2023年5月15日起施行）；所列行业与工贸行业的对应关系为平台默认',
    certainty: 'B',
  },
];

/** Rules with the dates and the texts that they have. Values are as before. */
export const lawDates: readonly DatedRule[] = [...ofStandard, ...ofBuildingSites, ...majorHazards];
