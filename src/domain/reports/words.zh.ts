import type { Chapter, Figure } from './figures';
import type { ReportKind } from './report-period';

export interface ReportWords {
  readonly kind: Readonly<Record<ReportKind, string>>;
  readonly chapter: Readonly<Record<Chapter, string>>;
  readonly figure: Readonly<Record<Figure, string>>;
  /** How a figure is counted. */
  readonly how: Readonly<Record<Figure, string>>;
  readonly now: Readonly<Record<ReportKind, string>>;
  readonly before: Readonly<Record<ReportKind, string>>;
  readonly lastYear: string;
  readonly change: string;
  readonly total: string;
  readonly byPart: string;
  readonly byTrade: string;
  readonly part: string;
  readonly trade: string;
  readonly overdue: string;
  readonly overdueNone: string;
  readonly columns: Readonly<Record<'kind' | 'place' | 'enterprise' | 'who' | 'due' | 'late', string>>;
  readonly nobody: string;
  readonly howTitle: string;
  readonly item: string;
  readonly running: string;
  readonly handedIn: string;
}

export const reportWords: ReportWords = {
  kind: { weekly: '焊接作业安全监管周调度', monthly: '焊接作业安全监管月总结' },
  chapter: { inventory: '设备与芯片', people: '焊工与证书', work: '作业', findings: '问题与整改' },
  figure: {
    machines: '在册设备',
    'machines-registered': '新登记设备',
    'machines-to-fit': '应装芯片设备',
    'machines-fitted': '已装芯片设备',
    'chips-fitted': '新装芯片',
    'chip-share': '芯片安装率',
    welders: '在册焊工',
    'welders-registered': '新登记焊工',
    'welders-certified': '持有效证焊工',
    'certificates-verified': '核验证书',
    'certified-share': '持证率',
    'welders-trained': '培训合格且有效',
    'trainings-passed': '培训合格人次',
    'trained-share': '培训覆盖率',
    'permits-issued': '签发作业票',
    jobs: '作业次数',
    refused: '扫码被拒次数',
    'off-platform': '不入平台作业',
    'off-platform-share': '不入平台率',
    found: '新发现问题',
    closed: '已销号',
    'closed-late': '其中超期销号',
    'in-time-share': '按期销号率',
    open: '未销号',
    overdue: '超期未整改',
  },
  how: {
    machines: '期末（未结束的为现在）已登记、未报废的焊割设备。',
    'machines-registered': '本期内登记的设备，不论来自采集、导入还是自助登记。',
    'machines-to-fit': '在册设备中需要装监管芯片的；仅扫码的气焊设备除外。',
    'machines-fitted': '期末装有监管芯片的在册设备。',
    'chips-fitted': '本期内装上设备的监管芯片，更换也算一次。',
    'chip-share': '已装芯片设备 ÷ 应装芯片设备。',
    welders: '期末在册的焊工；同一人只算一次。',
    'welders-registered': '本期内登记的焊工。',
    'welders-certified': '期末至少有一张已核验、在有效期内的操作证的焊工。',
    'certificates-verified': '本期内核验的证书张数。',
    'certified-share': '持有效证焊工 ÷ 在册焊工。',
    'welders-trained': '期末有一次培训合格且仍在有效期内的焊工。',
    'trainings-passed': '本期内取得的培训合格，一人两次算两次。',
    'trained-share': '培训合格且有效 ÷ 在册焊工。',
    'permits-issued': '本期内签发的作业票。',
    jobs: '本期内扫码开工、设备已送电（或仅扫码作业已开始）的次数；没有送上电的不算。',
    refused: '本期内扫码开工被拒绝的次数；只查询不开工的不算。',
    'off-platform': '本期内发现、没有撤销的不入平台作业。',
    'off-platform-share': '不入平台作业 ÷（不入平台作业 + 作业次数）。',
    found: '本期内发现的预警、隐患和违法行为，撤销的不算。',
    closed: '本期内销号的问题。',
    'closed-late': '本期内销号，但超过整改期限的问题。',
    'in-time-share': '（已销号 − 超期销号）÷ 已销号。',
    open: '期末尚未销号的问题，不论何时发现。',
    overdue: '期末尚未销号、已过整改期限的问题。',
  },
  now: { weekly: '本周', monthly: '本月' },
  before: { weekly: '上周', monthly: '上月' },
  lastYear: '去年同期',
  change: '环比',
  total: '合计',
  byPart: '分区域',
  byTrade: '分行业',
  part: '区域',
  trade: '行业',
  overdue: '超期未整改清单',
  overdueNone: '没有超期未整改的问题。',
  columns: { kind: '问题', place: '地点', enterprise: '单位', who: '责任人', due: '整改期限', late: '超期' },
  nobody: '未派单',
  howTitle: '数字说明',
  item: '项目',
  running: '本期尚未结束，数字截至生成时间。',
  handedIn: '已定稿，此后不再改变。',
};
