import { approvalChains } from '../rules/approval-chains';
import type { DatedRule } from './dated-rules';

/** GB 50720-2011 is in force from this day. */
const GB_50720 = '2011-08-01T00:00:00+08:00';
/** GB 30871-2022 is in force from this day. */
const GB_30871 = '2022-10-01T00:00:00+08:00';

type Step = Readonly<Record<string, unknown>>;
const stepsOf = (regime: string, level: string): readonly Step[] =>
  approvalChains.find((one) => one.regime === regime && one.level === level)!.value as readonly Step[];

/** The first seat is that of whoever fills the form in. */
const firstFilledIn = (steps: readonly Step[]): readonly Step[] =>
  steps.map((step, i) => (i === 0 ? { ...step, filledByApplicant: true } : step));
const onSite = (steps: readonly Step[]): readonly Step[] => steps.map((step) => ({ ...step, siteVisit: true }));

const construction = (level: string): DatedRule => ({
  id: `dated-chain-construction-${level}`,
  key: 'permit.approval-chain',
  regime: 'construction',
  level,
  validFrom: GB_50720,
  value: firstFilledIn(stepsOf('construction', level)),
  source:
    '施工现场动火三级审批制度（通行文本：一级由项目负责人填写、二级由项目责任工程师填写动火申请）；GB 50720-2011 6.3.1（签发人现场查验后签发）',
  certainty: 'B',
});

const chemical = (level: string, value: readonly Step[]): DatedRule => ({
  id: `dated-chain-chemical-${level}`,
  key: 'permit.approval-chain',
  regime: 'chemical',
  level,
  validFrom: GB_30871,
  value,
  source:
    'GB 30871-2022 附录B 表B.1、附录A 表A.1（审批人）；4.11（在作业现场完成审批）；所在单位由填票人本人担任的，以填票为其签字为平台默认',
  certainty: 'A',
});

/**
 * Whoever fills the form in holds that seat; the others sign. Third level is filled in by the team, which has no seat of
 * its own, and chemical work of second level has one seat alone: there somebody else always signs.
 */
const chains: readonly DatedRule[] = [
  construction('first'),
  construction('second'),
  chemical('special', onSite(firstFilledIn(stepsOf('chemical', 'special')))),
  chemical('first', onSite(firstFilledIn(stepsOf('chemical', 'first')))),
  chemical('second', onSite(stepsOf('chemical', 'second'))),
];

/** Approved at the work site, so never from afar, at whatever level. */
const neverFromAfar: DatedRule = {
  id: 'dated-urgent-chemical',
  key: 'permit.urgent',
  regime: 'chemical',
  validFrom: GB_30871,
  value: { allowed: false, countersignHours: 24, role: 'enterprise-head' },
  source: 'GB 30871-2022 4.11（应在作业现场完成审批工作）',
  certainty: 'A',
};

export const approvalRules: readonly DatedRule[] = [...chains, neverFromAfar];
