import type { CertificateKind, CertificateStatus, Operation } from './certificate';
import type { ShownState } from './certificate-state';

/** What people read for the vocabulary of certificates. */
export interface CertificateWords {
  readonly state: Readonly<Record<CertificateStatus | ShownState | 'missing', string>>;
  readonly kind: Readonly<Record<CertificateKind, string>>;
  /** 准操项目. */
  readonly operation: Readonly<Record<Operation, string>>;
}

export const certificateWords: CertificateWords = {
  state: {
    missing: '没有',
    valid: '有效',
    unverified: '待核验',
    expiring: '即将到期',
    'not-yet-valid': '未到有效期',
    expired: '已过期',
    'review-overdue': '逾期未复审',
    verified: '已核验',
    revoked: '已吊销',
    forged: '伪造',
  },
  kind: {
    'special-operation': '特种作业操作证',
    construction: '建筑施工特种作业操作资格证',
    'special-equipment': '特种设备安全管理和作业人员证',
  },
  operation: { fusion: '熔化焊接与热切割', pressure: '压力焊', brazing: '钎焊' },
};
