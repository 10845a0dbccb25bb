import type { Language } from '../../../kernel/language';
import type { Column } from '../../../platform/documents/workbook';
import type { UnsignedWelder } from './procedure.dto';

const WORDS: Readonly<Record<Language, readonly [name: string, region: string, enterprise: string, sheet: string]>> = {
  'zh-CN': ['姓名', '所在地区', '单位', '未签名单'],
  en: ['Name', 'Region', 'Enterprise', 'Not signed'],
};

export const unsignedSheetName = (language: Language): string => WORDS[language][3];

export function unsignedColumns(language: Language): Column<UnsignedWelder>[] {
  const [name, region, enterprise] = WORDS[language];
  return [
    { header: name, width: 14, value: (one) => one.name },
    { header: region, width: 20, value: (one) => one.regionName },
    { header: enterprise, width: 34, value: (one) => one.enterpriseName },
  ];
}
