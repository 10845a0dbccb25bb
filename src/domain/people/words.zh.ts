import type { Role } from './roles';

/** What people read for the vocabulary of people. */
export interface PeopleWords {
  readonly role: Readonly<Record<Role, string>>;
}

export const peopleWords: PeopleWords = {
  role: {
    admin: '系统管理员',
    regulator: '监管人员',
    inspector: '执法检查员',
    'tip-officer': '举报受理员',
    'grid-worker': '网格员',
    technician: '安装技术员',
    trainer: '培训老师',
    'enterprise-manager': '企业管理员',
    'safety-officer': '安全员',
    'enterprise-head': '单位负责人',
    'fire-watcher': '监护人',
    welder: '焊工',
  },
};
