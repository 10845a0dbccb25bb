import { CERTIFICATE_WORDS } from '../certificates/words';
import { REGISTRY_WORDS } from '../registry/words';
import type { DocumentKind } from '../registry/numbers/person-document';
import { meaningsOf } from './cell-word';

const registry = Object.values(REGISTRY_WORDS);
const certificates = Object.values(CERTIFICATE_WORDS);

export const PROCESS_MEANINGS = meaningsOf(
  registry.map((words) => words.process),
  {
    MMA: ['手工电弧焊', '手工焊', '手弧焊', '电焊', '焊条焊', 'SMAW', '111'],
    GMAW: ['二保焊', '二氧化碳保护焊', '气保焊', 'CO2焊', 'CO2气体保护焊', 'MIG', 'MAG', 'MIG/MAG', '熔化极气体保护焊'],
    GTAW: ['钨极氩弧焊', '非熔化极氩弧焊', 'TIG', '亚弧焊'],
    SAW: ['埋弧自动焊'],
    PAW: ['等离子焊'],
    LASER: ['激光焊接', '激光切割'],
    GAS: ['气焊', '气割', '氧乙炔', '氧气乙炔', '氧割', '火焰切割', '气焊与气割', '气焊、气割'],
    PLASMA: ['等离子', '等离子切割机', '空气等离子切割'],
    RESISTANCE: ['点焊', '对焊', '缝焊', '压力焊'],
    BRAZING: ['火焰钎焊', '炉中钎焊'],
  },
);

export const CONTROL_MEANINGS = meaningsOf(
  registry.map((words) => words.control),
  { cut: ['断电', '可控', '控制'], sense: ['监测', '仅监测'], 'code-only': ['贴码', '仅贴码', '无芯片'] },
);

export const INDUSTRY_MEANINGS = meaningsOf(
  registry.map((words) => words.industry),
  {
    chemical: ['化学', '石化', '化工企业'],
    construction: ['建筑', '建筑业', '施工', '建设工程'],
    manufacturing: ['制造业', '制造', '加工', '机械加工', '工贸'],
    commerce: ['商业', '零售', '批发零售', '商贸', '商场'],
    catering: ['餐饮业', '饭店'],
    repair: ['维修', '修理', '汽修', '汽车维修', '服务业'],
    public: ['机关', '事业单位', '公共', '学校', '医院'],
    other: ['其它'],
  },
);

export const ENTERPRISE_KIND_MEANINGS = meaningsOf(
  registry.map((words) => words.enterpriseKind),
  { company: ['公司', '有限公司', '法人'], individual: ['个体', '个体户', '个体经营'] },
);

export const CERTIFICATE_KIND_MEANINGS = meaningsOf(
  certificates.map((words) => words.kind),
  {
    'special-operation': ['特种作业', '特种作业证', '操作证', '应急管理部门'],
    construction: ['建筑施工特种作业', '建筑焊工', '建筑施工'],
    'special-equipment': ['特种设备作业人员证', '特种设备', '特种设备焊工'],
  },
);

export const OPERATION_MEANINGS = meaningsOf(
  certificates.map((words) => words.operation),
  {
    fusion: ['熔化焊接与热切割作业', '熔化焊', '熔焊', '焊接与热切割', '焊接与热切割作业', '电焊', '气焊'],
    pressure: ['压力焊作业', '压焊'],
    brazing: ['钎焊作业'],
  },
);

const DOCUMENTS: Readonly<Record<DocumentKind, string>> = {
  resident: '居民身份证',
  'home-return': '港澳居民来往内地通行证',
  taiwan: '台湾居民来往大陆通行证',
  'permanent-residence': '外国人永久居留身份证',
  passport: '护照',
};

export const DOCUMENT_MEANINGS = meaningsOf([DOCUMENTS], {
  resident: ['身份证', '二代身份证', 'ID card', '港澳台居民居住证'],
  'home-return': ['回乡证', '港澳通行证'],
  taiwan: ['台胞证'],
  'permanent-residence': ['永久居留证'],
});

/** How the authority's list says that a card no longer holds. */
const LISTED_AS = { valid: '有效', revoked: '已吊销', expired: '已过期' } as const;
export type ListedState = keyof typeof LISTED_AS;

export const LISTED_STATE_MEANINGS = meaningsOf<ListedState>([LISTED_AS], {
  valid: ['正常', '在有效期内', '合格'],
  revoked: ['吊销', '撤销', '已撤销', '注销', '已注销', '作废', '失效', '无效'],
  expired: ['过期', '到期'],
});
