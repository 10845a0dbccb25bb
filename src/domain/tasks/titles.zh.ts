import type { TaskKind } from './task-kinds';

/** A task in one sentence, with `{parameters}`. */
export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'case-put-right': '整改：{violation}，{place}',
  'case-assign': '交办：{violation}，{place}',
  'case-review': '复查：{violation}，{place}',
  'stop-decide': '确认或解除停工：{name}，{reason}',
  'permit-sign': '签字：{place}，{number}',
  'photo-check': '看照片：{name}，{place}',
  'workshop-confirm': '确认固定作业点：{name}，{owner}',
  'site-confirm': '确认场所：{name}，{owner}',
  'seat-confirm': '确认岗位人员：{name}，{owner}',
  'claim-settle': '确认雇佣关系：{name}，{owner}',
  'handover-answer': '确认收到设备：{name}，{owner}',
  'certificate-verify': '核验操作证：{name}，{number}',
  'facts-confirm': '核对设备信息：{name}，{owner}',
  'registration-settle': '确认登记：{name}',
  'certificate-ends': '换证：{name}，{number}',
  'training-ends': '培训：{name}',
  'inspection-due': '安全检查：{name}',
  'handover-overdue': '催还设备：{name}，{owner}',
  'data-mend': '{quality}：{name}，{owner}',
};
