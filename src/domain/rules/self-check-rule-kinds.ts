import { INDUSTRIES } from '../registry/industry';
import { KINDS } from '../violations/violation-kinds';
import { BY_REGION, kind, quantity } from './rule-kind';
import { fields, list, matching, oneOf, text, whole, type Shape } from './shape';

const CADENCE: Readonly<Record<string, Shape>> = {
  months: whole(1, 12),
  highRiskMonths: whole(1, 12),
  highRiskIndustries: list(oneOf(INDUSTRIES), { max: INDUSTRIES.length }),
};

/** Rules of what an enterprise does by itself: its own checks (企业自查) drills (演练), and what its people report inside (内部报告). */
export const selfCheckRuleKinds = {
  'self-check.cadence': kind(
    ['企业自查周期', 'How often enterprises check themselves'],
    BY_REGION,
    fields({ ...CADENCE, leastDays: whole(1, 90) }),
  ),
  'drill.cadence': kind(['应急演练周期', 'How often enterprises hold drills'], BY_REGION, fields(CADENCE)),
  'internal-report.answer-days': quantity(
    ['企业多久内答复员工内部报告', 'An enterprise answers an internal report within'],
    'days',
    BY_REGION,
    whole(1, 60),
  ),
  'internal-report.reward-most-yuan': kind(
    ['员工内部报告奖励最多多少元', 'Most yuan of a reward for an internal report'],
    BY_REGION,
    whole(0, 1_000_000),
  ),
  'self-check.items': kind(
    ['企业自查表', 'Checklist of enterprises'],
    BY_REGION,
    list(fields({ code: matching(/^[a-z][a-z0-9-]{0,39}$/), zh: text(200), en: text(200), kind: oneOf(KINDS) }), {
      min: 1,
      max: 60,
    }),
  ),
};
