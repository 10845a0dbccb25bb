import type { Regime } from '../../../domain/permits/permit';

interface Label {
  readonly zh: string;
  readonly en: string;
}

/** The names that the forms of each regime go by. */
export const TITLES: Readonly<Record<Regime, Label>> = {
  chemical: { zh: '动火安全作业票', en: 'Hot Work Safety Permit' },
  construction: { zh: '建设工程动火许可证', en: 'Construction Hot Work Permit' },
  general: { zh: '动火审批单', en: 'Hot Work Approval' },
  small: { zh: '小型动火作业申报', en: 'Small Hot Work Declaration' },
};

export const LABELS = {
  number: { zh: '编号', en: 'No.' },
  state: { zh: '状态', en: 'State' },
  unit: { zh: '申请单位', en: 'Applicant unit' },
  applicant: { zh: '申请人', en: 'Applicant' },
  contractor: { zh: '作业单位', en: 'Working unit' },
  submittedAt: { zh: '申请时间', en: 'Applied at' },
  place: { zh: '动火地点及部位', en: 'Place' },
  placeKinds: { zh: '场所类型', en: 'Kind of place' },
  content: { zh: '作业内容', en: 'Work' },
  method: { zh: '动火方式', en: 'Method' },
  level: { zh: '作业级别', en: 'Level' },
  window: { zh: '作业实施时间', en: 'Valid' },
  welders: { zh: '动火人及证书编号', en: 'Welders, certificates' },
  machines: { zh: '焊割设备', en: 'Machines' },
  watcher: { zh: '监护人', en: 'Fire watcher' },
  urgent: { zh: '应急审批', en: 'Urgent' },
  extends: { zh: '延续自', en: 'Extends' },
  formUnit: { zh: '作业申请单位', en: 'Applicant unit' },
  formSubmittedAt: { zh: '作业申请时间', en: 'Applied at' },
  formPlace: { zh: '动火地点及动火部位', en: 'Place and part' },
  formLevel: { zh: '动火作业级别', en: 'Level' },
  workLeader: { zh: '作业负责人', en: 'Work leader' },
  relatedTickets: { zh: '关联的其他特殊作业及安全作业票编号', en: 'Other special work, ticket numbers' },
  riskAnalysis: { zh: '风险辨识结果', en: 'Risks identified' },
  formWindow: { zh: '动火作业实施时间', en: 'Valid' },
  workPlan: { zh: '作业方案编号', en: 'Work plan No.' },
  video: { zh: '作业过程影像', en: 'Video of the work' },
  briefedBy: { zh: '安全交底人', en: 'Briefed by' },
  briefed: { zh: '接受交底人', en: 'Briefed' },
  leaderOpinion: { zh: '作业负责人意见', en: 'Work leader' },
  unitOpinion: { zh: '所在单位意见', en: 'Operating unit' },
  safetyOpinion: { zh: '安全管理部门意见', en: 'Safety department' },
  approverOpinion: { zh: '动火审批人意见', en: 'Approver' },
  shiftCheck: { zh: '动火前，岗位当班班长验票情况', en: 'Shift leader’s check' },
  acceptance: { zh: '完工验收', en: 'Acceptance' },
  gas: { zh: '气体取样分析', en: 'Gas tests' },
  gasSampledAt: { zh: '取样时间', en: 'Sampled at' },
  gasPoint: { zh: '部位', en: 'Point' },
  gasName: { zh: '代表性气体', en: 'Gas' },
  gasValue: { zh: '分析结果', en: 'Result' },
  gasLimit: { zh: '合格标准', en: 'Limit' },
  gasVerdict: { zh: '判定', en: 'Verdict' },
  gasInstrument: { zh: '仪器、检定有效期', en: 'Instrument, due' },
  gasTester: { zh: '分析人', en: 'Tested by' },
  measures: { zh: '安全措施', en: 'Safety measures' },
  measureNumber: { zh: '序号', en: 'No.' },
  measureDone: { zh: '落实', en: 'Done' },
  measureBy: { zh: '确认人、时间', en: 'Confirmed by, at' },
  approval: { zh: '审批', en: 'Approval' },
  approvalStep: { zh: '审批环节', en: 'Step' },
  approvalSigned: { zh: '签名', en: 'Signature' },
  approvalComment: { zh: '意见', en: 'Comment' },
  approvalAt: { zh: '时间', en: 'Time' },
  siteVisit: { zh: '现场查验', en: 'Site visit' },
  issue: { zh: '签发', en: 'Issue' },
  occupier: { zh: '现场所有人（管理人）', en: 'Occupier' },
  course: { zh: '作业过程与完工验收', en: 'Course and completion' },
  watchOn: { zh: '监护人到岗', en: 'Watcher on duty' },
  started: { zh: '开始作业', en: 'Started' },
  finished: { zh: '作业结束', en: 'Finished' },
  watchUntil: { zh: '留守监护至', en: 'Watch until' },
  closed: { zh: '完工验收（无残火）', en: 'Closed, no residual fire' },
  suspended: { zh: '暂停', en: 'Suspended' },
  closeNote: { zh: '验收备注', en: 'Note' },
} as const satisfies Record<string, Label>;

export type LabelName = keyof typeof LABELS;

export const POINTS: Readonly<Record<string, string>> = { top: '上部', middle: '中部', bottom: '下部' };

/** What a copy says across the page in each state; work may go on only under one that says nothing. */
export const STAMPS: Readonly<Record<string, string | undefined>> = {
  draft: '草稿 不得作业',
  returned: '已退回 不得作业',
  submitted: '审批中 不得作业',
  approved: '未签发 不得作业',
  rejected: '未批准 不得作业',
  cancelled: '已撤销 不得作业',
  suspended: '已暂停 不得作业',
  fire_watch: '作业已停 留守监护',
  expired: '已过期',
  closed: '已关闭',
};
