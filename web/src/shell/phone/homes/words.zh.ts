/** Words of the first page of each role on the phone. */
const texts = {
  phone: {
    watcher: { title: '我监护的作业', none: '目前没有需要您监护的作业', scanSub: '扫作业票的码到岗，或替焊工扫设备码' },
    welder: {
      scanSub: '扫设备上的码，查看并开工',
      currentJob: '正在进行的作业',
      permits: '我的作业票',
      noPermits: '没有办理中或有效的作业票',
      certificates: '我的证书',
      noCertificates: '还没有登记证书，请联系企业安全员或网格员',
    },
    inspect: {
      visit: '开始现场检查',
      visitSub: '扫码抽查，按五步办理',
      collect: '现场采集',
      collectSub: '设备、焊工、单位，没有网络也能采',
      scanSub: '设备、焊工、作业票，什么码都能扫',
      recordSub: '选问题、拍照、提交，三步完成',
      search: '姓名、编号或票号',
      violations: '最新问题',
      noViolations: '辖区内没有待处理的问题',
      live: '实时',
      notLive: '正在连接',
      new: '有新的问题',
    },
    own: {
      checks: '企业自查',
      checksSub: '逐项打勾、拍照，主要负责人签字',
      drills: '应急演练',
      drillsSub: '登记演练，查看下次期限',
      report: '报告隐患',
      reportSub: '向本企业报告，可以不具名',
    },
    apply: { title: '办动火作业票', sub: '一般动火、建筑工地、危化企业' },
  },
};

export default texts;
