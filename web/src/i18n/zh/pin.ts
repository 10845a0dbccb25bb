/** Words of the page on which a welder sets a PIN. */
const texts = {
  pin: {
    title: '我的身份密码',
    how: '开机时输入 6 位身份密码，确认是您本人在操作。也可以不用密码，每次拍一张本人照片。',
    secret: '不要告诉别人，也不要和手机、银行卡的密码相同。',
    none: '您还没有设置身份密码。',
    setAt: '{time} 设置。设置新密码后，旧密码不能再用。',
    pin: '新的身份密码',
    pinHint: '6 位数字，不要用生日、身份证号或手机号里的数字',
    again: '再输入一次',
    differ: '两次输入的不一样',
    malformed: '请输入 6 位数字',
    prove: '确认是您在设置',
    byPassword: '用登录密码',
    byCode: '用短信验证码',
    password: '登录密码',
    phone: '登录用的手机号',
    code: '验证码',
    sendCode: '获取验证码',
    sent: '验证码已发送，{n} 秒后可重新获取',
    save: '保存身份密码',
    saved: '身份密码已设置。今后扫码开机时输入它就行。',
  },
};

export default texts;
