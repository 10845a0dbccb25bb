/** Words around every phone page: the header and the account menu. */
const texts = {
  phone: {
    notices: '通知',
    home: '首页',
    paper: '补录纸质票',
    employers: '我的单位',
    standing: '作业资格',
    handovers: '设备租售借用',
    pin: '我的身份密码',
    ownData: '我的个人信息',
    password: '修改密码',
    secondFactor: '两步验证',
    sessions: '登录设备',
    factorFrom: '从 {day} 起，登录平台必须使用两步验证。设置只要几分钟。',
    factorNow: '现在设置',
    waiting: {
      count: '待发送 {n} 条',
      noNetwork: '无网络',
      signOut: '还有 {n} 条内容没有发送。退出后仍保存在本机，您再次登录后会自动发送。',
    },
  },
};

export default texts;
