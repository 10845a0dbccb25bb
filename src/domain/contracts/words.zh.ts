import type { ContractKind, ContractorStanding, ContractState } from './contract';

/** What people read of contracts between enterprises. */
export interface ContractWords {
  readonly kind: Readonly<Record<ContractKind, string>>;
  readonly state: Readonly<Record<ContractState, string>>;
  readonly agreement: Readonly<Record<ContractorStanding, string>>;
}

export const contractWords: ContractWords = {
  kind: { contracting: '承包', leasing: '场所或设备租赁', labour: '劳务用工' },
  state: { coming: '未开始', running: '履行中', over: '已结束' },
  agreement: {
    valid: '安全协议有效',
    missing: '没有安全协议',
    expired: '安全协议已过期',
    unqualified: '资质已过期',
    none: '没有登记合同',
  },
};
