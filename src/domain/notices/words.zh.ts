import type { Channel, NoticeKind } from './notice-kinds';

/** What people read for the vocabulary of notices. */
export interface NoticeWords {
  readonly kind: Readonly<Record<NoticeKind, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
}

export const noticeWords: NoticeWords = {
  kind: {
    'permit-step': '作业票进展',
    'permit-overdue': '作业票签批超时',
    'gas-test-due': '气体检测即将到期',
    'watch-begun': '留守监护开始',
    'watch-missed': '监护人未按时报到',
    'violation-raised': '发现新问题',
    'violation-assigned': '整改任务',
    'violation-due': '整改即将到期',
    'violation-escalated': '整改逾期上报',
    'inspection-visit': '检查任务',
    'certificate-ends': '证书即将到期',
    'training-due': '培训即将到期',
    'welder-suspended': '作业资格暂停',
    'welder-restored': '作业资格恢复',
    'appeal-rejected': '申诉结果',
    'recency-ends': '久未作业提醒',
    'check-due': '设备检测即将到期',
    handover: '设备交接',
  },
  channel: { inbox: '站内通知', mail: '电子邮件', sms: '短信', wechat: '微信' },
};
