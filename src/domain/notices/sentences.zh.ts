import type { NoticeKind } from './notice-kinds';

export const noticeSentences: Readonly<Record<NoticeKind, string>> = {
  'permit-step': '作业票 {number}：{permitState}。轮到您办理时，请及时处理。',
  'permit-overdue': '作业票 {number} 等待签批已超时，请尽快办理。',
  'gas-test-due': '作业票 {number} 的气体检测 {until} 到期，请在此之前重新检测，否则作业将暂停。',
  'watch-begun': '作业票 {number} 的作业已结束，留守监护开始，请监护人留在现场。',
  'watch-missed': '作业票 {number} 的监护人没有按时报到，请马上核实现场情况。',
  'violation-raised': '发现新问题：{violation}（{grade}）。请查看详情。',
  'violation-assigned': '“{violation}”已派给您或您的单位整改，请查看要求和期限。',
  'violation-due': '“{violation}”的整改期限是 {until}，请按时完成并上报。',
  'violation-escalated': '“{violation}”逾期未完成整改，已逐级上报。',
  'inspection-visit': '您有一项检查任务，请在 {day} 前完成。',
  'certificate-ends': '{certificate}将在 {day} 到期，还有 {days} 天。请尽早办理复审或换证。',
  'training-due': '培训合格有效期到 {day}，还有 {days} 天。请尽早参加培训。',
  'welder-suspended': '焊工作业资格被暂停至 {day}，期间不能开机。原因和申诉办法请点开查看。',
  'welder-restored': '焊工作业资格已恢复，可以继续作业。',
  'appeal-rejected': '申诉未获支持，作业资格继续暂停至 {day}，理由请点开查看。',
  'recency-ends':
    '焊工已连续 {days} 天没有作业记录。离开岗位 6 个月以上的，上岗前应重新进行实际操作考试；如在别处作业，请在平台说明。',
  'check-due': '有一台焊机的安全检测 {day} 到期，还有 {days} 天。请尽早送检，并在平台登记结果，以免逾期后不能开机。',
  handover: '有一台焊机等待您的单位确认交接，请查看。',
};
