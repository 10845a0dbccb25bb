import type { CertificateCount, VALID, ChipState, DueState, Employment, InventoryKind } from './inventory';

/** What people read for the ways in which the register is counted. */
export interface InventoryWords {
  readonly kind: Readonly<Record<InventoryKind, string>>;
  readonly dimension: Readonly<Record<string, string>>;
  readonly chip: Readonly<Record<ChipState, string>>;
  readonly inspection: Readonly<Record<DueState, string>>;
  readonly certificate: Readonly<Record<CertificateCount | typeof VALID, string>>;
  readonly training: Readonly<Record<DueState | typeof VALID, string>>;
  readonly employment: Readonly<Record<Employment, string>>;
}

export const inventoryWords: InventoryWords = {
  kind: { machine: '焊割设备', welder: '焊工' },
  dimension: {
    status: '状态',
    chip: '监管芯片',
    inspection: '安全检查',
    process: '工艺',
    industry: '行业',
    certificate: '操作证',
    training: '培训',
    employment: '从业方式',
  },
  chip: { fitted: '已装', none: '未装', 'not-needed': '不需要' },
  inspection: {
    over: '已超期',
    'days-7': '7 天内到期',
    'days-30': '8 至 30 天到期',
    'days-90': '31 至 90 天到期',
    later: '90 天后到期',
    none: '没有登记日期',
  },
  certificate: {
    over: '已过期',
    'days-7': '7 天内到期',
    'days-30': '8 至 30 天到期',
    'days-90': '31 至 90 天到期',
    valid: '有效',
    later: '有效，90 天后到期',
    unverified: '未核验',
    void: '已撤销或伪造',
    none: '没有证书',
  },
  training: {
    over: '已过期',
    'days-7': '7 天内到期',
    'days-30': '8 至 30 天到期',
    'days-90': '31 至 90 天到期',
    later: '90 天后到期',
    valid: '有效',
    none: '没有培训记录',
  },
  employment: { employed: '单位聘用', self: '个体' },
};
