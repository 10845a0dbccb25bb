import type { Texts } from '../../platform/i18n/texts';

export const registrationTexts: Texts = {
  'message.registration-code': {
    zh: '【焊安】登记验证码 {code}，5 分钟内有效。请勿告诉他人。',
    en: '[Hanan] Your registration code is {code}, valid for 5 minutes. Do not share it.',
  },
  'message.registration.confirmed': {
    zh: '【焊安】您的登记已通过。请用本手机号获取验证码登录。',
    en: '[Hanan] Your registration is confirmed. Sign in with a code sent to this phone.',
  },
  'message.registration.refused': {
    zh: '【焊安】您的登记未通过。请在登记页面用本手机号查询原因。',
    en: '[Hanan] Your registration was refused. Look up the reason on the registration page with this phone.',
  },
  'registration.not-found': {
    zh: '没有这条登记，或不在您的管理范围内。',
    en: 'There is no such registration within your reach.',
  },
  'registration.wrong-code': {
    zh: '验证码不对或已过期，请核对后重试，或重新获取。',
    en: 'The code is wrong or has run out. Check it, or ask for another.',
  },
  'registration.waits-already': {
    zh: '这个手机号已有一条登记在等待确认，不用重复提交。',
    en: 'This phone has a registration that waits already. There is no need to send it again.',
  },
  'registration.enterprise-needed': {
    zh: '请填写企业名称和行业。',
    en: 'Give the name of the enterprise and its industry.',
  },
  'registration.settled': {
    zh: '这条登记已处理过，请刷新列表。',
    en: 'This registration is settled already. Reload the list.',
  },
  'registration.other-trade': {
    zh: '这条登记已移交其他部门，由该部门人员处理。',
    en: 'This registration was handed over to another department, which settles it.',
  },
  'registration.not-received': {
    zh: '这条登记已移交，接收部门还没有签收。请先签收。',
    en: 'This registration was handed over and not received yet. Sign the receipt first.',
  },
  'registration.received': {
    zh: '这条登记没有待签收的移交。',
    en: 'Nothing of this registration waits for a receipt.',
  },
  'registration.department-empty': {
    zh: '本地区还没有这个部门的人员使用平台，移交后没有人能接收。请先请监管人员邀请该部门人员，或选另一个部门。',
    en: 'Nobody of this department works here on the platform, so nobody could receive it. Have somebody of it invited, or choose another.',
  },
  'registration.there-already': {
    zh: '这条登记已在该部门，请选另一个部门。',
    en: 'This registration is with that department already. Choose another.',
  },
  'registration.enterprise-known': {
    zh: '这个统一社会信用代码的企业已登记。请由该企业负责人邀请，或由监管人员邀请其管理员。',
    en: 'The enterprise of this credit code is registered already. Its leader, or a regulator, invites its manager.',
  },
};
