import type { Regime } from './permit';

/** The names that people read for the regimes. */
export const REGIME_WORDS: Readonly<Record<Regime, { readonly zh: string; readonly en: string }>> = {
  small: { zh: '小型动火作业申报', en: 'Small job' },
  general: { zh: '一般动火作业', en: 'General' },
  construction: { zh: '建设工程动火作业', en: 'Construction site' },
  chemical: { zh: '危险化学品企业动火作业', en: 'Chemical plant' },
};

/** The levels, by regime and code. */
export const LEVEL_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'small/raised': { zh: '须网格员现场确认', en: 'Seen by the grid worker' },
  'small/one': { zh: '小型作业', en: 'Small job' },
  'general/raised': { zh: '升级管理', en: 'Raised' },
  'general/ordinary': { zh: '一般', en: 'Ordinary' },
  'construction/first': { zh: '一级动火', en: 'First class' },
  'construction/second': { zh: '二级动火', en: 'Second class' },
  'construction/third': { zh: '三级动火', en: 'Third class' },
  'chemical/special': { zh: '特级动火', en: 'Special class' },
  'chemical/first': { zh: '一级动火', en: 'First class' },
  'chemical/second': { zh: '二级动火', en: 'Second class' },
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

const CIRCUMSTANCE_WORDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'legal-holiday': { zh: '法定节假日', en: 'public holiday' },
  'rest-day': { zh: '休息日', en: 'rest day' },
  night: { zh: '夜间', en: 'night' },
  'special-period': { zh: '重点时段', en: 'special period' },
  'calendar-unknown': { zh: '当年节假日表未公布', en: 'no holiday table for that year' },
  'open-to-public': { zh: '营业时间', en: 'opening hours' },
  'level-too-low': { zh: '级别不够', en: 'the level is too low' },
};

/** What raises a level or ends a usable time. */
export const circumstanceName = (code: string, language: string): string =>
  CIRCUMSTANCE_WORDS[code]?.[language === 'en' ? 'en' : 'zh'] ?? code;
