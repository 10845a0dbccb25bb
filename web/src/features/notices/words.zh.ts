import { noticeWords } from '@domain/notices/words.zh';

/** Words of the notices, at a desk and on a phone. */
const texts = {
  notices: {
    ...noticeWords,
    title: '通知',
    none: '还没有通知。和您有关的事情会出现在这里。',
    unread: '未读',
    urgent: '紧急',
    readAll: '全部标为已读',
    more: '显示更早的通知',
    settings: {
      title: '通知设置',
      mail: '电子邮箱',
      mailHint: '填写后，通知也会发到这个邮箱',
      mailKnown: '现在发到 {mail}。要换邮箱，请填写新的邮箱。',
      mailCode: '发到 {mail} 的验证码',
      mailCodeHint: '六位数字，5 分钟内有效。没收到时，请检查地址，重新填写邮箱再保存一次。确认之前不会发送其他邮件。',
      mailConfirm: '确认邮箱',
      mailRemove: '不再发邮件',
      digest: '不紧急的邮件每天早上八点汇总成一封',
      quiet: '设置免打扰时段',
      from: '从',
      to: '到',
      urgentHint: '紧急通知不受免打扰和汇总影响，会马上发出。',
      language: '邮件和短信的语言',
      kinds: '每类通知怎么发',
      noPhone: '账号没有登记手机号，收不到短信。请联系管理员登记。',
      mandatory: '站内不能关闭',
      saved: '已保存',
    },
  },
};

export default texts;
