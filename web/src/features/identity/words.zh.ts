/** Words of signing in, and of changing one’s own password. */
const texts = {
  login: {
    byPassword: '密码登录',
    byCode: '验证码登录',
    about: '焊机上为什么贴码？平台记录什么？',
    name: '用户名或手机号',
    password: '密码',
    sendCode: '获取验证码',
    codeSent: '验证码已发送，{n} 秒后可重发',
    enter: '登录',
    entering: '正在登录…',
    fillName: '请填写用户名或手机号',
    fillPassword: '请填写密码',
    fillCode: '请填写短信里的验证码',
    noAccount: '还没有账号',
    report: '一键举报（不用登录）',
    register: '焊工或企业自助登记',
    invited: '我收到了邀请',
    invitedHow: '请打开短信里的链接，用收到短信的手机号接受。链接 7 天内有效；找不到时，请邀请人重发。',
    messages: '查看演示短信',
  },
  account: {
    title: '修改密码',
    temporary: '您用的是管理员给的临时密码，请先改成自己的密码，再继续使用。',
    current: '当前密码',
    next: '新密码（至少 8 位）',
    again: '再输一遍新密码',
    different: '两次输入的新密码不一样',
    short: '新密码至少 8 位',
    fillCurrent: '请填写当前密码',
    save: '保存新密码',
    means: '保存后，其他设备上的登录会退出。',
  },
};

export default texts;
