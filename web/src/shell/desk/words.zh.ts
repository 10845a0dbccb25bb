/** Words around every desk page: the menu and what stands beside it. */
const texts = {
  console: {
    skip: '跳到主要内容',
    ownPassword: '修改密码',
    phonePages: '手机页面：扫码',
    menu: {
      title: '主菜单',
      overview: '总览',
      map: '地图',
      permits: '作业票',
      jobs: '作业记录',
      photos: '照片复核',
      violations: '问题闭环',
      machines: '焊割设备',
      welders: '焊工',
      enterprises: '企业',
      sites: '场所',
      areas: '固定作业点',
      watchers: '监护人培训',
      chips: '监管芯片',
      users: '用户',
      approvals: '等我审批',
      activities: '周边活动',
      imports: '批量导入',
      outages: '平台中断与纸质票',
      delegations: '代理审批',
      rules: '规则与日历',
    },
  },
};

export default texts;
