import type { TaskKind } from './task-kinds';

/** A task in one sentence, with `{parameters}`. */
export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'case-put-right': '整改：{violation}，{place}',
  'case-assign': '交办：{violation}，{place}',
  'case-review': '复查：{violation}，{place}',
  'case-receive': '签收移交：{violation}，{place}',
  'stop-decide': '确认或解除停工：{name}，{reason}',
  'tip-receive': '受理举报：{tip}，{place}',
  'tip-check': '核查：{tip}，{place}',
  'tip-close': '答复并办结举报：{tip}，{place}',
  'tip-reward': '审批举报奖励：{tip}，{yuan} 元',
  'permit-sign': '签字：{place}，{number}',
  'photo-check': '看照片：{name}，{place}',
  'workshop-confirm': '确认固定作业点：{name}，{owner}',
  'site-confirm': '确认场所：{name}，{owner}',
  'seat-confirm': '确认岗位人员：{name}，{owner}',
  'claim-settle': '确认雇佣关系：{name}，{owner}',
  'certificate-verify': '核验操作证：{name}，{number}',
  'facts-confirm': '核对设备信息：{name}，{owner}',
  'registration-settle': '确认登记：{name}',
  'certificate-ends': '换证：{name}，{number}',
  'certificates-ending': '证书将到期：{name}，90 天内 {count} 人，30 天内 {month} 人，7 天内 {week} 人',
  'training-ends': '培训：{name}',
  'inspection-due': '安全检查：{name}',
  'data-mend': '{quality}：{name}，{owner}',
};
