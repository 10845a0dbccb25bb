import type { Texts } from '../../../platform/i18n/texts';

export const helpTexts: Texts = {
  'help.decision-unknown': {
    zh: '没有这次扫码的记录，或不是您的扫码。请重新扫码后再求助。',
    en: 'There is no such scan, or it was not yours. Scan again and then ask for help.',
  },
  'help.not-refused': {
    zh: '这次扫码已经通过，不需要求助，直接开机即可。',
    en: 'This scan was let through: just start.',
  },
  'help.too-old': {
    zh: '这次扫码已超过 {hours} 小时，情况可能变了。请重新扫码。',
    en: 'That scan is more than {hours} hours old, and things may have changed. Scan again.',
  },
  'help.not-found': {
    zh: '没有这条求助，或不在您的管理范围内。',
    en: 'There is no such request within your reach.',
  },
  'help.command-unknown': { zh: '没有这种操作。', en: 'There is no such command.' },
  'help.command-not-open': {
    zh: '这条求助已结束，不能再操作。请刷新。',
    en: 'This request is closed. Reload the page.',
  },
  'help.desk-only': {
    zh: '只有值班台（监管人员、执法检查员、技术员）可以处理。',
    en: 'Only the duty desk does this: regulator, inspector or technician.',
  },
  'help.own-request': {
    zh: '不能准许自己的求助，请由另一名值班人员处理。',
    en: 'Nobody lets their own request pass. Another person on duty does.',
  },
  'help.not-yours': {
    zh: '只有求助人本人或值班台可以结束。',
    en: 'Only who asked, or the duty desk, closes it.',
  },
  'help.nothing-to-grant': {
    zh: '拒绝开机的原因都不允许由您准许。请帮对方把问题解决，或转交监管人员。',
    en: 'Nothing that blocks may be let pass by you. Help to put it right, or pass it to the regulator.',
  },
  'help.nothing-mended': {
    zh: '拒绝的原因都还在，没有一项已解决。请先在对应的页面处理。',
    en: 'All that blocked still does. Put it right on its own page first.',
  },
  'help.not-grantable': {
    zh: '所选事项中有不允许准许的：证书、作业票、气体检测、监护和停工令任何人都不能放行。',
    en: 'Something among these cannot be let pass: nobody waives certificate, permit, gas test, watcher or a stop order.',
  },
  'help.grant-over': { zh: '有效时间应晚于现在。', en: 'It must end later than now.' },
  'help.grant-too-long': {
    zh: '一次最多准许 {hours} 小时。',
    en: 'It is let pass for {hours} hours at the most.',
  },
};
