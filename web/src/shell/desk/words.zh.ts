/** Words around every desk page: the menu and what stands beside it. */
const texts = {
  console: {
    skip: '跳到主要内容',
    ownPassword: '修改密码',
    phonePages: '手机页面：扫码',
    menu: {
      title: '主菜单',
      today: '今日要办',
      overview: '总览',
      map: '地图',
      permits: '作业票',
      jobs: '作业记录',
      help: '求助值班台',
      photos: '照片复核',
      violations: '问题闭环',
      inventory: '摸清底数',
      machines: '焊割设备',
      welders: '焊工',
      enterprises: '企业',
      sites: '场所',
      areas: '固定作业点',
      watchers: '监护人培训',
      training: '全员培训',
      chips: '监管芯片',
      fitting: '芯片安装',
      users: '用户',
      registrations: '自助登记',
      approvals: '等我审批',
      activities: '周边活动',
      outages: '平台中断与纸质票',
      delegations: '代理审批',
      rules: '规则与日历',
    },
  },
};

export default texts;
