import type { Explained } from './explained';

/** Numbers of the overview, which no report has. */
export const OVERVIEW_NUMBERS = [
  'running', 'jobsToday', 'refusedToday', 'offPlatform', 'open', 'permits', 'chipsNow', 'honest', 'coverage', 'trend',
] as const; // prettier-ignore
export type OverviewNumbers = Readonly<
  Record<(typeof OVERVIEW_NUMBERS)[number], Explained & { readonly name: string }>
>;

export const overviewNumbers: OverviewNumbers = {
  running: {
    name: '正在作业',
    counts: '此刻设备已送电、还没有结束的作业。',
    source: '作业记录（jobs）；打开页面的这一刻。',
    leftOut: '已扫码、还没有送电的；不入平台的燃弧。',
  },
  jobsToday: {
    name: '今日作业',
    counts: '今天（北京时间零点起）开工的作业次数。',
    source: '作业记录（jobs），按天累计；与报告中的“作业次数”口径相同。',
    leftOut: '没有送上电的。',
  },
  refusedToday: {
    name: '今日拦下',
    counts: '今天扫码开工被拒绝的次数。',
    source: '开工判定（decisions），按天累计；与报告中的“扫码被拒次数”口径相同。',
    leftOut: '只查询、不开工的。',
  },
  offPlatform: {
    name: '今日不入平台',
    counts: '今天发现的不入平台作业。',
    source: '问题（violations），按天累计；与报告中的“不入平台作业”口径相同。',
    leftOut: '核实后撤销的。',
  },
  open: {
    name: '待处理问题',
    counts: '此刻还没有销号的问题。',
    source: '问题（violations）；打开页面的这一刻。',
    leftOut: '核实后撤销的。',
  },
  permits: {
    name: '未结束的作业票',
    counts: '此刻各状态的作业票张数。',
    source: '作业票（permits）；打开页面的这一刻。',
    leftOut: '已结束、已取消、已过期的。',
  },
  chipsNow: {
    name: '监管芯片',
    counts: '装在设备上的芯片数、最近有上报的、作业中失联的。',
    source: '芯片绑定记录和上报时间；区域的每分钟点数一次，页面写明点数的时间。',
    leftOut: '没有装到设备上的芯片。',
  },
  honest: {
    name: '合规者被拦下',
    counts: '今天证票齐全，只因网络、定位、设备被占用等原因被拦下的比例。',
    source: '开工判定（decisions）中的拒绝原因；分母是准许的加上这些被拦下的。',
    leftOut: '有任何一个违规原因的拒绝。',
  },
  coverage: {
    name: '各乡镇（街道）覆盖情况',
    counts: '未报废设备中装芯片的比例，焊工中持有已核验有效证的比例。',
    source: '设备、焊工台账的累计数，随时更新。',
    leftOut: '报废设备；同一人重复登记的。分母含仅扫码的气焊设备，所以可能低于报告中的“芯片安装率”。',
  },
  trend: {
    name: '近 14 天',
    counts: '每天的作业次数、拦下次数和发现问题数。',
    source: '作业、判定、问题，按北京时间的日期累计；后到的数据补到发生的那一天。',
    leftOut: '没有送上电的作业、只查询的扫码、撤销的问题。',
  },
};
