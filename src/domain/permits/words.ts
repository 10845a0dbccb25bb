import type { Regime } from './permit';

/** The names that people read for the regimes. */
export const REGIME_WORDS: Readonly<Record<Regime, { readonly zh: string; readonly en: string }>> = {
  small: { zh: '小型动火作业申报', en: 'Small job' },
  general: { zh: '一般动火作业', en: 'General' },
  construction: { zh: '建设工程动火作业', en: 'Construction site' },
  chemical: { zh: '危险化学品企业动火作业', en: 'Chemical plant' },
};

const DUTY_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'enterprise-manager': { zh: '企业管理员', en: 'enterprise manager' },
  'safety-officer': { zh: '安全员', en: 'safety officer' },
  'enterprise-head': { zh: '单位负责人', en: 'head of the enterprise' },
  'fire-watcher': { zh: '监护人', en: 'fire watcher' },
};

/** The duties that a seat of a chain asks for, any of them, as people read them. */
export const roleNames = (roles: readonly string[]): { readonly rolesZh: string; readonly rolesEn: string } => ({
  rolesZh: roles.map((role) => DUTY_WORDS[role]?.zh ?? role).join('或'),
  rolesEn: roles.map((role) => DUTY_WORDS[role]?.en ?? role).join(' or '),
});
