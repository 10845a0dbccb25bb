import type { InspectionKind, InspectionSource, InspectionState, InspectionStep } from './inspection-life-cycle';
import type { Stratum } from './strata';

/** What people read of inspections. */
export interface InspectionWords {
  readonly kind: Readonly<Record<InspectionKind, string>>;
  readonly source: Readonly<Record<InspectionSource, string>>;
  readonly state: Readonly<Record<InspectionState, string>>;
  readonly step: Readonly<Record<InspectionStep, string>>;
  readonly stratum: Readonly<Record<Stratum, string>>;
}

export const inspectionWords: InspectionWords = {
  kind: { 'hot-work': '动火作业检查', equipment: '焊割设备检查', premises: '企业综合检查' },
  source: { planned: '计划检查', drawn: '双随机抽查', 'on-spot': '现场检查' },
  state: {
    planned: '待检查',
    looked: '已现场查',
    explained: '已讲解',
    ordered: '已交办',
    signed: '已签字',
    accepted: '已验收',
    published: '已公布',
  },
  step: { look: '现场查', explain: '讲', order: '交办', sign: '签字', accept: '验收', publish: '公布结果' },
  stratum: { high: '高风险', ordinary: '一般', clean: '记录良好' },
};
