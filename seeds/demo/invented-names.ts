import type { Industry } from './industries';

/** Firms and people of nobody. Each name ends in （演示）, on screens as on paper, so that none can be taken for a real one. */
const MARK = '（演示）';

const FIRST = ['恒', '鑫', '宏', '瑞', '盛', '永', '嘉', '泰', '顺', '源'];
const SECOND = ['焊达', '和岭', '颍丰', '川茂', '禾正', '砥成'];

/** What a firm of a trade is called after its own word, companies first; the short form stands in names of places. */
const CALLED: Readonly<Record<Industry, { company: readonly string[]; individual: string; short: string }>> = {
  manufacturing: { company: ['机械有限公司', '钢结构制造厂', '农机配件厂'], individual: '机加工作坊', short: '机械' },
  construction: { company: ['建筑安装公司', '建设工程公司'], individual: '装修队', short: '建安' },
  repair: { company: ['汽车维修公司', '工程机械修理厂'], individual: '汽修店', short: '汽修' },
  commerce: { company: ['商贸公司', '建材市场公司', '百货超市'], individual: '五金店', short: '商贸' },
  catering: { company: ['餐饮管理公司', '大酒店'], individual: '烩面馆', short: '餐饮' },
  chemical: { company: ['化工有限公司', '涂料厂'], individual: '化工经营部', short: '化工' },
  public: { company: ['影剧院', '体育馆', '文化中心'], individual: '健身房', short: '场馆' },
  other: { company: ['物业服务公司', '仓储物流公司'], individual: '废品收购站', short: '服务' },
};

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const brand = (n: number): string => pick(FIRST, n) + pick(SECOND, Math.floor(n / FIRST.length));

export const firmName = (n: number, industry: Industry, kind: 'company' | 'individual'): string =>
  brand(n) + (kind === 'individual' ? CALLED[industry].individual : pick(CALLED[industry].company, n)) + MARK;

export const shortFirmName = (n: number, industry: Industry): string => brand(n) + CALLED[industry].short;

const FAMILIES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧';
const MIDDLES = '建志国文永海春长玉小德明金广';
const LASTS = ['军', '强', '民', '华', '林', '峰', '平', '杰', '刚', '涛', '亮', '生', '山', '芳', '霞', '敏', '超'];

/** As many different people as the product of the three lists: steps of the middle one share no factor with it. */
export const personName = (n: number): string =>
  pick([...FAMILIES], n) + pick([...MIDDLES], n * 3) + pick(LASTS, n) + MARK;
