import type { EnterpriseKind, EnterpriseStatus } from './enterprise';
import type { Industry } from './industry';
import type { Control, MachineStatus, Process } from './machine';
import type { WelderStatus } from './welder';

/** What people read for the vocabulary of the register. */
export interface RegistryWords {
  readonly machineState: Readonly<Record<MachineStatus, string>>;
  readonly welderState: Readonly<Record<WelderStatus, string>>;
  readonly enterpriseKind: Readonly<Record<EnterpriseKind, string>>;
  readonly enterpriseState: Readonly<Record<EnterpriseStatus, string>>;
  readonly process: Readonly<Record<Process, string>>;
  readonly control: Readonly<Record<Control, string>>;
  readonly industry: Readonly<Record<Industry, string>>;
}

export const registryWords: RegistryWords = {
  machineState: { 'in-service': '在用', suspended: '停用', repair: '维修中', lost: '丢失', scrapped: '已报废' },
  welderState: { active: '正常', suspended: '停用' },
  enterpriseKind: { company: '企业', individual: '个体工商户' },
  enterpriseState: { active: '正常', suspended: '停用', closed: '已注销' },
  process: {
    MMA: '焊条电弧焊',
    GMAW: '气体保护焊',
    GTAW: '氩弧焊',
    SAW: '埋弧焊',
    PAW: '等离子弧焊',
    LASER: '激光焊',
    GAS: '气焊气割',
    PLASMA: '等离子切割',
    RESISTANCE: '电阻焊',
    BRAZING: '钎焊',
  },
  control: { cut: '可断电', sense: '只监测', 'code-only': '只贴码' },
  industry: {
    chemical: '化工',
    construction: '建筑施工',
    manufacturing: '制造加工',
    commerce: '商业零售',
    catering: '餐饮',
    repair: '维修服务',
    public: '公共机构',
    other: '其他',
  },
};
