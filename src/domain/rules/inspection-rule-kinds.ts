import { STRATA } from '../inspections/strata';
import { INSPECTION_KINDS } from '../inspections/inspection-life-cycle';
import { BY_REGION, kind, quantity } from './rule-kind';
import { fields, list, matching, text, whole, type Shape } from './shape';

const each = (names: readonly string[], shape: Shape): Shape =>
  fields(Object.fromEntries(names.map((name) => [name, shape])));

/** Rules of inspections: weights of a draw, deadlines, and the checklists. */
export const inspectionRuleKinds = {
  'inspection.stratum-weights': kind(
    ['双随机抽查各风险层的权重', 'Weights of the strata of a random inspection'],
    BY_REGION,
    each(STRATA, whole(0, 100)),
  ),
  'inspection.reveal-hours': quantity(
    ['抽签名单公布后多久内承诺并揭示', 'After its list a draw is committed to and revealed within'],
    'hours',
    BY_REGION,
    whole(1, 168),
  ),
  'inspection.repeat-days': quantity(
    ['多久以内检查过的提示重复检查', 'A visit is called a repeat within'],
    'days',
    BY_REGION,
    whole(1, 730),
  ),
  'inspection.checklists': kind(
    ['现场检查表', 'Checklists on the spot'],
    BY_REGION,
    each(
      INSPECTION_KINDS,
      list(fields({ code: matching(/^[a-z][a-z0-9-]{0,39}$/), zh: text(200), en: text(200) }), { min: 1, max: 40 }),
    ),
  ),
};
