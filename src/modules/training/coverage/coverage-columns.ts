import type { Language } from '../../../kernel/language';
import type { Column } from '../../../platform/documents/workbook';
import type { CoveredPerson } from './coverage.dto';

const WORDS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['姓名', '所在地区', '地区代码', '单位', '参加培训', '合格', '逾期', '是', '否', '培训名单'],
  en: ['Name', 'Region', 'Region code', 'Enterprise', 'Attended', 'Passed', 'Overdue', 'yes', 'no', 'Training'],
};

export const peopleSheetName = (language: Language): string => WORDS[language][9] ?? '';

export function coverageColumns(language: Language): Column<CoveredPerson>[] {
  const [name = '', region = '', code = '', enterprise = '', attended = '', passed = '', overdue = '', yes = '', no = ''] = WORDS[language]; // prettier-ignore
  const said = (value: boolean): string => (value ? yes : no);
  return [
    { header: name, width: 14, value: (one) => one.name },
    { header: region, width: 20, value: (one) => one.regionName },
    { header: code, width: 16, value: (one) => one.regionCode },
    { header: enterprise, width: 34, value: (one) => one.enterpriseName },
    { header: attended, width: 12, value: (one) => said(one.attended) },
    { header: passed, width: 10, value: (one) => said(one.passed) },
    { header: overdue, width: 10, value: (one) => said(one.overdue) },
  ];
}
