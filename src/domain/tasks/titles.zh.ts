import type { TaskKind } from './task-kinds';

/** A task in one sentence, with `{parameters}`. */
export const taskTitles: Readonly<Record<TaskKind, string>> = {
  'case-put-right': '整改：{violation}，{place}',
  'case-assign': '交办：{violation}，{place}',
  'case-review': '复查：{violation}，{place}',
  'stop-decide': '确认或解除停工：{name}，{reason}',
  'inspection-visit': '检查：{name}',
  'inspection-publish': '公布检查结果：{name}',
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
  'certificate-ends': '换证：{name}，{number}',
  'training-ends': '培训：{name}',
  'inspection-due': '安全检查：{name}',
};
