import type { Progress, TargetKind } from './target';

/** What people read of targets. */
export interface TargetWords {
  readonly kind: Readonly<Record<TargetKind, string>>;
  readonly state: Readonly<Record<Progress['state'], string>>;
}

export const targetWords: TargetWords = {
  kind: {
    'machines-registered': '登记设备',
    'chips-fitted': '安装芯片',
    'welders-registered': '登记焊工',
    'certificates-verified': '操作证核验有效',
    'training-passed': '培训合格有效',
  },
  state: { reached: '已完成', 'on-time': '进度正常', behind: '进度落后', missed: '逾期未完成' },
};
