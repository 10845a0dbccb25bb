/** Words of an enterprise's own first page, and of its file for an inspection. */
const texts = {
  firm: {
    own: '本企业：{name}',
    file: '企业档案：{name}',
    intro: '本企业的情况一页看全：什么在等、什么快到期、自己的数字，以及迎检台账。',
    waits: '待办事项',
    noneWaits: '没有待办事项',
    allTasks: '全部待办',
    expires: '到期提醒',
    figures: '基本数据',
    certificatesEnding: '证书 90 天内到期或已到期',
    checksEnding: '设备安全检查 90 天内到期或已逾期',
    trainingEnding: '培训 90 天内到期或已到期',
    drillDueOn: '下次演练最迟',
    agreementsMissing: '合同没有有效的安全协议',
    selfChecksDue: '待自查',
    selfChecksOverdue: '逾期未自查',
    welders: '焊工（其中外来 {n} 人）',
    machines: '焊割设备（其中外来 {n} 台）',
    permitsOpen: '办理中的作业票',
    casesOpen: '未销号的问题（逾期 {n} 个）',
    reportsOpen: '待答复的员工报告',
    monthJobs: '近 30 天作业',
    monthArc: '近 30 天燃弧',
    monthRefused: '近 30 天被拒次数',
    never: '没有记录',
    ledger: '迎检台账',
    ledgerHow:
      '选定起止日期，一键生成：证照、设备和芯片、焊工证书、作业票及审批、自查、演练、培训、整改、外包。不选日期为近一年。',
    pdf: '生成 PDF',
    zip: '下载资料包（含照片）',
    period: '起止日期',
  },
};

export default texts;
