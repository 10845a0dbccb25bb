import type { NoticeWords } from './words.zh';

export const noticeWords: NoticeWords = {
  kind: {
    'permit-step': 'Progress of a permit',
    'permit-overdue': 'Permit waits too long',
    'gas-test-due': 'Gas test runs out',
    'watch-begun': 'Fire watch begins',
    'watch-missed': 'Fire watcher did not report',
    'violation-raised': 'New finding',
    'violation-assigned': 'Something to put right',
    'violation-due': 'Due date comes near',
    'violation-escalated': 'Overdue, passed on',
    'inspection-visit': 'Inspection to make',
    'certificate-ends': 'Certificate ends soon',
    'training-due': 'Training ends soon',
    'welder-suspended': 'Suspended',
    'welder-restored': 'Suspension over',
    'appeal-rejected': 'Answer to an appeal',
    'recency-ends': 'Long without work',
    'check-due': 'Safety check of a machine due',
    handover: 'Machine handed over',
  },
  channel: { inbox: 'In the app', mail: 'E-mail', sms: 'Text message', wechat: 'WeChat' },
};
