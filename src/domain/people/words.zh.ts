import type { InvitationState } from './invitation';
import type { Role } from './roles';
import type { Trade } from './trades';

/** What people read for the vocabulary of people. */
export interface PeopleWords {
  readonly role: Readonly<Record<Role, string>>;
  readonly trade: Readonly<Record<Trade, string>>;
  readonly invitationState: Readonly<Record<InvitationState, string>>;
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
  trade: {
    emergency: '应急管理',
    fire: '消防救援',
    housing: '住房城乡建设',
    market: '市场监管',
    transport: '交通运输',
    industry: '工业和信息化',
    commerce: '商务',
    culture: '文化和旅游',
    education: '教育',
    health: '卫生健康',
    agriculture: '农业农村',
    urban: '城市管理',
  },
  invitationState: { open: '待接受', used: '已接受', withdrawn: '已撤回', expired: '已过期' },
};
