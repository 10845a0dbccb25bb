import type { Texts } from '../../platform/i18n/texts';

export const noticesTexts: Texts = {
  'notices.signature': { zh: '【焊安】', en: '[Hanan] ' },
  'notices.mail.subject': { zh: '【焊安】{kind}', en: '[Hanan] {kind}' },
  'notices.mail.digest': { zh: '【焊安】今日通知汇总（{count} 条）', en: '[Hanan] Notices of the day ({count})' },
  'notices.mail.foot': {
    zh: '这封邮件由焊安平台自动发送，请勿回复。接收方式可在“通知设置”中修改：{link}',
    en: 'This e-mail was sent by the Hanan platform; please do not answer it. Change how you are told under “Notice settings”: {link}',
  },
  'notices.mail-code.subject': { zh: '【焊安】邮箱验证码', en: '[Hanan] Code for your e-mail address' },
  'notices.mail-code.text': {
    zh: '您的邮箱验证码是 {code}，5 分钟内有效。请回到“通知设置”填写。不是您本人操作的，不用理会这封邮件。',
    en: 'The code for your e-mail address is {code}, valid for 5 minutes. Enter it under “Notice settings”. If this was not you, ignore this e-mail.',
  },
  'notices.mail-unknown': {
    zh: '还没有填写邮箱。请先填写邮箱并保存。',
    en: 'Give an e-mail address first and save it.',
  },
  'notices.mail-code-wrong': {
    zh: '验证码不对或已过期。请核对邮件，或重新填写邮箱再发一次。',
    en: 'The code is wrong or too old. Check the e-mail, or enter the address again for another.',
  },
  'notices.not-found': { zh: '没有这条通知。', en: 'There is no such notice.' },
  'notices.quiet-half': {
    zh: '免打扰时段需要同时填写开始和结束时间。',
    en: 'Hours of quiet need both a beginning and an end.',
  },
  'notices.kind-mandatory': {
    zh: '这类通知关系到现场安全或办理期限，站内不能关闭。',
    en: 'Safety or a due date hangs on this kind, so it cannot be switched off in the app.',
  },
  'message.not-found': { zh: '没有这条消息。', en: 'There is no such message.' },
  'message.not-dead': {
    zh: '这条消息没有被放弃，不需要重试。',
    en: 'This message was not given up, so there is nothing to try anew.',
  },
  'webhook.address-unreadable': {
    zh: '请填写完整的网址，不要带用户名和密码。',
    en: 'Give a whole address without user name and password.',
  },
  'webhook.address-not-https': {
    zh: '只能填写以 https:// 开头的网址。',
    en: 'The address must begin with https://.',
  },
  'webhook.address-not-public': {
    zh: '不能填写内网地址。确需使用内网系统时，请由运维人员把它加入配置中的推送主机名单。',
    en: 'The address lies in a private network. An operator may allow its host in WEBHOOK_HOSTS.',
  },
  'webhook.exists': { zh: '这个地区已经登记过这个网址。', en: 'The region has this address already.' },
  'webhook.not-found': {
    zh: '没有这个推送地址，或不在您的管理范围内。',
    en: 'There is no such webhook within your reach.',
  },
  'webhook.stopped': { zh: '这个推送地址已经停用。', en: 'This webhook was stopped before.' },
};
