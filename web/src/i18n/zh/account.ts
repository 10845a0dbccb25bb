/** Words of the page where people change their own password. */
const texts = {
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
