import type { Texts } from '../../../platform/i18n/texts';

export const forecastTexts: Texts = {
  'roll-out.not-concerned': {
    zh: '最近 7 天在您的辖区内没有这个人员、设备或单位的扫码。请刷新预测。',
    en: 'It had no scan in your region within the last 7 days. Reload the forecast.',
  },
  'roll-out.nobody-to-tell': {
    zh: '能处理的人都没有登记手机号。请在台账里补录手机号，或当面通知。',
    en: 'Nobody who could mend it has a phone on record. Add one in the register, or tell them in person.',
  },
  'roll-out.told-today': {
    zh: '今天已经给这个手机号发过提醒，每天最多一条。请明天再发，或当面通知。',
    en: 'That phone was sent its reminder today; it gets one a day. Send it tomorrow, or tell them in person.',
  },
  'roll-out.text': {
    zh: '【焊割作业监管】{from} 起，“{name}”扫码时会被拒绝开机。{remedy}',
    en: 'Welding supervision: from {from} a scan of “{name}” will be refused. {remedy}',
  },
};
