import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const office = (name: string, code: string) => ({ office: `{region}${name}`, officeCode: `{short}${code}` });

/** The usual names of departments and their words in numbers. A county whose offices are called otherwise writes its own. */
export const officeRules: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.offices', {
      general: office('应急管理局', '应急'),
      town: office('人民政府', '政'),
      emergency: office('应急管理局', '应急'),
      fire: office('消防救援大队', '消'),
      housing: office('住房和城乡建设局', '建'),
      market: office('市场监督管理局', '市监'),
      transport: office('交通运输局', '交'),
      industry: office('工业和信息化局', '工信'),
      commerce: office('商务局', '商'),
      culture: office('文化和旅游局', '文旅'),
      education: office('教育局', '教'),
      health: office('卫生健康委员会', '卫'),
      agriculture: office('农业农村局', '农'),
      urban: office('城市管理局', '城管'),
    }),
    id: 'dated-offices',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
