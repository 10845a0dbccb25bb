import { LEVEL_WORDS, REGIME_WORDS } from '../../domain/permits/words';
import type { Language } from '../../platform/i18n/texts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const STATE: Words = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '审批中', en: 'Being approved' },
  returned: { zh: '已退回', en: 'Returned' },
  rejected: { zh: '未批准', en: 'Rejected' },
  approved: { zh: '已批准，待签发', en: 'Approved, to be issued' },
  issued: { zh: '已签发，待开工', en: 'Issued, not started' },
  active: { zh: '作业中', en: 'Work going on' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  fire_watch: { zh: '作业已停，留守监护', en: 'Work over, fire watch' },
  closed: { zh: '已关闭', en: 'Closed' },
  cancelled: { zh: '已撤销', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
};

const ROLE: Words = {
  'enterprise-head': { zh: '单位负责人', en: 'Head of the enterprise' },
  'enterprise-manager': { zh: '管理人员', en: 'Manager' },
  'safety-officer': { zh: '安全管理人员', en: 'Safety officer' },
  'fire-watcher': { zh: '监护人', en: 'Fire watcher' },
  welder: { zh: '焊工', en: 'Welder' },
  occupier: { zh: '场所负责人', en: 'Occupier' },
  regulator: { zh: '监管部门', en: 'Authority' },
  admin: { zh: '管理员', en: 'Administrator' },
};

/** A word that nobody wrote down yet (an administrator's own level) is shown as its code. */
const word =
  (words: Words) =>
  (code: string, language: Language): string =>
    words[code]?.[language === 'en' ? 'en' : 'zh'] ?? code;

export const regimeName = word(REGIME_WORDS);
export const stateName = word(STATE);
export const roleName = word(ROLE);
export const levelName = (regime: string, level: string, language: Language): string => {
  const name = word(LEVEL_WORDS)(`${regime}/${level}`, language);
  return name.includes('/') ? level : name;
};

/** The text of a rule in the caller's language. */
export const inLanguage = ({ zh, en }: { readonly zh: string; readonly en: string }, language: Language): string =>
  language === 'en' ? en : zh;
