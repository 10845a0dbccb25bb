import type { TaskKind } from './task-kinds';
import type { Urgency } from './urgency';

/** What people read of their tasks. `title` is a sentence with `{parameters}`. */
export interface TaskWords {
  readonly kind: Readonly<Record<TaskKind, string>>;
  readonly title: Readonly<Record<TaskKind, string>>;
  readonly urgency: Readonly<Record<Urgency, string>>;
}

export const taskWords: TaskWords = {
  kind: {
    'case-put-right': '问题整改',
    'case-assign': '问题交办',
    'case-review': '整改复查',
    'stop-decide': '停工决定',
    'permit-sign': '作业票签字',
    'photo-check': '照片复核',
    'workshop-confirm': '固定作业点确认',
    'site-confirm': '场所确认',
    'seat-confirm': '岗位人员确认',
    'claim-settle': '雇佣关系确认',
    'certificate-verify': '证书核验',
    'facts-confirm': '设备信息核对',
    'certificate-ends': '证书到期',
    'training-ends': '培训到期',
    'inspection-due': '安全检查到期',
  },
  title: {
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
    'certificate-verify': '核验操作证：{name}，{number}',
    'facts-confirm': '核对设备信息：{name}，{owner}',
    'certificate-ends': '换证：{name}，{number}',
    'training-ends': '培训：{name}',
    'inspection-due': '安全检查：{name}',
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
