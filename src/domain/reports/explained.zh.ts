import type { Explained } from './explained';
import type { Shown } from './figures';
import { overviewNumbers, type OverviewNumbers } from './overview-explained.zh';

export interface Explanations {
  readonly figure: Readonly<Record<Shown, Explained>>;
  readonly overview: OverviewNumbers;
}

export const explanations: Explanations = {
  figure: {
    machines: {
      counts: '期末已登记、未报废的焊割设备；停用、维修、挂失的也在内。',
      source: '设备登记（machines）；截至期末，本期未结束的截至生成时。',
      leftOut: '已报废的。',
    },
    'machines-registered': {
      counts: '本期内登记的设备，不论来自采集、导入还是自助登记。',
      source: '设备登记（machines）的登记时间。',
      leftOut: '本期内有变更、以前登记的。',
    },
    'machines-fitted': {
      counts: '期末装有监管芯片的在册设备。',
      source: '芯片绑定记录（chip_bindings）；截至期末。',
      leftOut: '芯片已拆下的、已报废的。',
    },
    'chips-fitted': {
      counts: '本期内装上设备的监管芯片。',
      source: '芯片绑定记录（chip_bindings）的绑定时间。',
      leftOut: '没有例外，更换芯片也算一次。',
    },
    'chip-share': {
      counts: '已装芯片设备 ÷ 应装芯片设备。',
      source: '同“已装芯片设备”；应装的是在册设备中须装芯片的。',
      leftOut: '仅扫码的气焊设备，没装芯片的不算应装。',
    },
    welders: {
      counts: '期末在册的焊工。',
      source: '焊工登记（welders）；截至期末。',
      leftOut: '同一人重复登记的，只算一次。',
    },
    'welders-registered': {
      counts: '本期内登记的焊工。',
      source: '焊工登记（welders）的登记时间。',
      leftOut: '同一人重复登记的。',
    },
    'welders-certified': {
      counts: '期末至少有一张已核验、在有效期内的操作证的焊工。',
      source: '证书（certificates）的核验时间和有效期；截至期末最后一天。',
      leftOut: '未核验、已过期、已吊销的证。',
    },
    'certificates-verified': {
      counts: '本期内核验通过的证书张数。',
      source: '证书（certificates）的核验时间。',
      leftOut: '只登记、没有核验的。',
    },
    'certified-share': {
      counts: '持有效证焊工 ÷ 在册焊工。',
      source: '同“持有效证焊工”和“在册焊工”。',
      leftOut: '同上两项。',
    },
    'welders-trained': {
      counts: '期末有一次培训合格且仍在有效期内的焊工。',
      source: '培训合格记录（training_passes）；截至期末最后一天。',
      leftOut: '只签到、没有考核合格的；已过有效期的。',
    },
    'trainings-passed': {
      counts: '本期内取得的培训合格，一人两次算两次。',
      source: '培训合格记录（training_passes）的合格时间。',
      leftOut: '只签到、没有考核合格的。',
    },
    'trained-share': {
      counts: '培训合格且有效 ÷ 在册焊工。',
      source: '同“培训合格且有效”和“在册焊工”。',
      leftOut: '同上两项。',
    },
    'permits-issued': {
      counts: '本期内签发的作业票。',
      source: '作业票（permits）的签发时间。',
      leftOut: '草稿、退回和没有签发的；停网时用的纸质票。',
    },
    jobs: {
      counts: '本期内扫码开工、设备已送电（或仅扫码作业已开始）的次数。',
      source: '作业记录（jobs）的开工时间。',
      leftOut: '没有送上电的；不扫码的作业。',
    },
    refused: {
      counts: '本期内扫码开工被平台拒绝的次数。',
      source: '开工判定（decisions）的时间。',
      leftOut: '只查询、不开工的；同一人重试，每次都算。',
    },
    'off-platform': {
      counts: '本期内发现的不入平台作业：有燃弧，没有对应的扫码作业。',
      source: '问题（violations）的发现时间。',
      leftOut: '核实后撤销的。',
    },
    'off-platform-share': {
      counts: '不入平台作业 ÷（不入平台作业 + 作业次数）。',
      source: '同这两项。',
      leftOut: '没装芯片的设备上的作业平台看不到，不在其中。',
    },
    found: {
      counts: '本期内发现的预警、隐患和违法行为。',
      source: '问题（violations）的发现时间。',
      leftOut: '核实后撤销的。',
    },
    responded: {
      counts: '本期内第一次派到人或单位的问题。',
      source: '问题办理记录（violation_history）中第一次派单的时间。',
      leftOut: '改派、退回后再派的；核实后撤销的。',
    },
    'response-hours': {
      counts: '首次派单的问题，从平台记录问题到派单平均用了几小时。',
      source: '同“首次派单”；按整秒相加后再平均。',
      leftOut: '还没有派单的；平台收到数据之前的时间。',
    },
    'falsely-rectified': {
      counts: '本期内被认定虚假整改、退回重新整改的次数。',
      source: '问题办理记录（violation_history）中重新打开的时间。',
      leftOut: '核实后撤销的；同一问题两次虚假整改算两次。',
    },
    closed: {
      counts: '本期内销号的问题，不论何时发现。',
      source: '问题（violations）的销号时间。',
      leftOut: '核实后撤销的；销号后又退回、现在没有销号的。',
    },
    'closed-late': {
      counts: '本期内销号，但超过整改期限的问题。',
      source: '问题（violations）的销号时间和整改期限。',
      leftOut: '没有定期限的。',
    },
    'in-time-share': {
      counts: '（已销号 − 超期销号）÷ 已销号。',
      source: '同这两项。',
      leftOut: '同这两项。',
    },
    'closing-hours': {
      counts: '本期内销号的问题，从平台记录问题到销号平均用了几小时。',
      source: '问题（violations）的记录时间和销号时间；按整秒相加后再平均。',
      leftOut: '还没有销号的。',
    },
    open: {
      counts: '期末尚未销号的问题，不论何时发现。',
      source: '问题（violations）；截至期末。',
      leftOut: '核实后撤销的。',
    },
    overdue: {
      counts: '期末尚未销号、已过整改期限的问题。',
      source: '问题（violations）的整改期限；截至期末。',
      leftOut: '没有定期限的；核实后撤销的。',
    },
    'self-checks-due': {
      counts: '自查周期（月或季）含期末这一天、平台已下达的企业自查。',
      source: '企业自查（self_checks）的自查周期；截至期末。',
      leftOut: '以前周期没有做的，见“逾期未自查”。',
    },
    'self-checks-done': {
      counts: '当期应自查单位中，主要负责人已签字完成的。',
      source: '企业自查（self_checks）的签字时间；截至期末。',
      leftOut: '只填了一部分、没有签字的。',
    },
    'self-check-share': {
      counts: '已完成自查 ÷ 当期应自查单位。',
      source: '同这两项。',
      leftOut: '同这两项。周期刚开始时低，不等于逾期。',
    },
    'self-checks-signed': {
      counts: '本期内签字完成的自查，不论属于哪个自查周期。',
      source: '企业自查（self_checks）的签字时间。',
      leftOut: '没有签字的。',
    },
    'self-checks-late': {
      counts: '本期内签字完成，但晚于期限那一天的自查。',
      source: '企业自查（self_checks）的签字时间和期限。',
      leftOut: '期限当天完成的不算逾期。',
    },
    'self-checks-overdue': {
      counts: '期末期限已过、仍没有签字完成的自查，不论属于哪个自查周期。',
      source: '企业自查（self_checks）的期限和签字时间；截至期末。',
      leftOut: '期限当天的。',
    },
    'self-check-findings': {
      counts: '本期内企业自查发现、由平台立案整改的隐患。',
      source: '自查发现（self_check_findings）及其问题（violations）的发现时间。',
      leftOut: '员工内部报告转来的；核实后撤销的。',
    },
    'drills-held': {
      counts: '本期内企业举行并记录的疏散演练。',
      source: '疏散演练（drills）的演练日期。',
      leftOut: '没有例外，补记的按演练日期算。',
    },
  },
  overview: overviewNumbers,
};
