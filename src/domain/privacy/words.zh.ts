import type { ErasureCommand, ErasureObstacle, ErasureState } from './erasure';

/** What people read of requests to be forgotten. */
export interface PrivacyWords {
  readonly erasureState: Readonly<Record<ErasureState, string>>;
  readonly erasureCommand: Readonly<Record<ErasureCommand, string>>;
  readonly obstacle: Readonly<Record<ErasureObstacle, string>>;
}

export const privacyWords: PrivacyWords = {
  erasureState: {
    asked: '待审核',
    approved: '已同意，等待法定保存期满',
    refused: '未同意',
    withdrawn: '已撤回',
    done: '已注销',
  },
  erasureCommand: { approve: '同意注销', refuse: '不同意', withdraw: '撤回申请' },
  obstacle: {
    'open-case': '有案件没有办结',
    'open-job': '有作业正在进行',
    'open-permit': '有动火作业票没有结束',
    suspended: '作业资格正在暂停',
    'owns-machine': '名下还有焊机，请先转让或报废',
    'holds-seat': '还在企业任职，请先由单位解除岗位',
    'is-official': '是监管人员，履职记录依法保存',
  },
};
