import type { TaskKind } from './task-kinds';
import type { Urgency } from './urgency';

/** What people read of their tasks. */
export interface TaskWords {
  readonly kind: Readonly<Record<TaskKind, string>>;
  readonly urgency: Readonly<Record<Urgency, string>>;
}

export const taskWords: TaskWords = {
  kind: {
    'case-put-right': '问题整改',
    'case-assign': '问题交办',
    'case-review': '整改复查',
    'case-receive': '案件签收',
    'stop-decide': '停工决定',
    'appeal-answer': '申诉答复',
    'erasure-decide': '注销审核',
    'inspection-visit': '现场检查',
    'inspection-publish': '检查结果公布',
    'tip-receive': '举报受理',
    'tip-check': '举报核查',
    'tip-close': '举报答复',
    'tip-reward': '举报奖励审批',
    'permit-sign': '作业票签字',
    'photo-check': '照片复核',
    'workshop-confirm': '固定作业点确认',
    'site-confirm': '场所确认',
    'seat-confirm': '岗位人员确认',
    'claim-settle': '雇佣关系确认',
    'handover-answer': '设备接收确认',
    'certificate-verify': '证书核验',
    'facts-confirm': '设备信息核对',
    'registration-settle': '自助登记确认',
    'self-check-due': '企业自查',
    'self-checks-overdue': '逾期未自查的企业',
    'drill-due': '应急演练',
    'drills-overdue': '逾期未演练的企业',
    'internal-report-answer': '员工内部报告答复',
    'internal-reward-decide': '内部报告奖励审批',
    'internal-report-risen': '企业逾期未答复的报告',
    'agreement-due': '安全协议签订',
    'contract-missing': '外包合同登记',
    'certificate-ends': '证书到期',
    'certificates-ending': '本辖区证书到期',
    'training-ends': '培训到期',
    'inspection-due': '安全检查到期',
    'handover-overdue': '设备逾期未还',
    'data-mend': '数据补正',
  },
  urgency: {
    overdue: '已逾期',
    today: '今天到期',
    waiting: '等待办理',
    week: '7 天内到期',
    month: '30 天内到期',
    later: '90 天内到期',
  },
};
