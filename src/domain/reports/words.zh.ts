import type { Explained } from './explained';
import type { Chapter, Shown } from './figures';
import type { ReportKind } from './report-period';

export interface ReportWords {
  readonly kind: Readonly<Record<ReportKind, string>>;
  readonly chapter: Readonly<Record<Chapter, string>>;
  readonly figure: Readonly<Record<Shown, string>>;
  readonly now: Readonly<Record<ReportKind, string>>;
  readonly before: Readonly<Record<ReportKind, string>>;
  readonly lastYear: string;
  readonly change: string;
  readonly total: string;
  readonly byPart: string;
  readonly byTrade: string;
  readonly nothingCounted: string;
  readonly part: string;
  readonly trade: string;
  readonly overdue: string;
  readonly overdueNone: string;
  readonly overdueChecks: string;
  readonly overdueChecksNone: string;
  readonly checkColumns: Readonly<Record<'enterprise' | 'place' | 'period' | 'due' | 'late', string>>;
  readonly columns: Readonly<Record<'kind' | 'place' | 'enterprise' | 'who' | 'due' | 'late', string>>;
  readonly nobody: string;
  readonly refusals: string;
  readonly reason: string;
  readonly otherReason: string;
  readonly howTitle: string;
  readonly explained: Readonly<Record<keyof Explained, string>>;
  readonly item: string;
  readonly running: string;
  readonly handedIn: string;
}

export const reportWords: ReportWords = {
  kind: { weekly: '焊接作业安全监管周调度', monthly: '焊接作业安全监管月总结' },
  chapter: {
    inventory: '设备与芯片',
    people: '焊工与证书',
    work: '作业',
    findings: '问题与整改',
    'self-checks': '企业自查',
  },
  figure: {
    machines: '在册设备',
    'machines-registered': '新登记设备',
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
    responded: '首次派单',
    'response-hours': '平均响应时间',
    'falsely-rectified': '虚假整改',
    closed: '已销号',
    'closed-late': '其中超期销号',
    'in-time-share': '按期销号率',
    'closing-hours': '平均销号时间',
    open: '未销号',
    overdue: '超期未整改',
    'self-checks-due': '当期应自查单位',
    'self-checks-done': '其中已完成自查',
    'self-check-share': '自查完成率',
    'self-checks-signed': '新完成自查',
    'self-checks-late': '其中逾期完成',
    'self-checks-overdue': '逾期未自查',
    'self-check-findings': '自查发现隐患',
    'drills-held': '疏散演练',
  },
  now: { weekly: '本周', monthly: '本月' },
  before: { weekly: '上周', monthly: '上月' },
  lastYear: '去年同期',
  change: '环比',
  total: '合计',
  byPart: '分区域',
  byTrade: '分行业',
  nothingCounted: '这一期没有数据。',
  part: '区域',
  trade: '行业',
  overdue: '超期未整改清单',
  overdueNone: '没有超期未整改的问题。',
  overdueChecks: '逾期未自查单位',
  overdueChecksNone: '没有逾期未自查的单位。',
  checkColumns: { enterprise: '单位', place: '区域', period: '自查周期', due: '自查期限', late: '逾期' },
  columns: { kind: '问题', place: '地点', enterprise: '单位', who: '责任人', due: '整改期限', late: '超期' },
  nobody: '未派单',
  refusals: '扫码被拒原因',
  reason: '原因',
  otherReason: '其他原因',
  howTitle: '数字说明',
  explained: { counts: '算什么', source: '数据和时间', leftOut: '不算什么' },
  item: '项目',
  running: '本期尚未结束，数字截至生成时间。',
  handedIn: '已定稿，此后不再改变。',
};
