import type { Purpose } from './agreement';
import type { ExchangeKind, PartnerKind } from './exchange-kinds';
import type { DifferenceKind } from './reconcile';

/** What people read about the exchange with other platforms. */
export interface ExchangeWords {
  readonly kind: Readonly<Record<ExchangeKind, string>>;
  readonly partnerKind: Readonly<Record<PartnerKind, string>>;
  readonly purpose: Readonly<Record<Purpose, string>>;
  readonly difference: Readonly<Record<DifferenceKind, string>>;
}

export const exchangeWords: ExchangeWords = {
  kind: {
    enterprise: '单位',
    welder: '焊工',
    certificate: '操作证',
    machine: '设备',
    permit: '动火作业票',
    violation: '问题线索',
  },
  partnerKind: {
    province: '省级平台',
    neighbour: '相邻地区平台',
    vendor: '芯片厂商云平台',
    plant: '化工企业特殊作业系统',
  },
  purpose: { 'certificate-check': '证书核验', enforcement: '执法协查', 'accident-inquiry': '事故调查' },
  difference: { missing: '对方没有', older: '对方版本旧', newer: '对方版本新', surplus: '对方多出' },
};
