import type { Texts } from '../../../platform/i18n/texts';

export const secondFactorTexts: Texts = {
  'login.second-factor': {
    zh: '请输入身份验证器里的 6 位验证码，或一个备用码。',
    en: 'Enter the 6 digits of your authenticator, or a recovery code.',
  },
  'login.second-factor-wrong': {
    zh: '验证码不对，或已经用过。请等下一个验证码再试。',
    en: 'The code is wrong, or was used before. Wait for the next one.',
  },
  'login.ticket-ended': {
    zh: '等待时间过长，请重新登录。',
    en: 'This took too long. Sign in again.',
  },
  'second-factor.password-needed': { zh: '请填写当前密码。', en: 'Give your current password.' },
  'second-factor.on': {
    zh: '两步验证已经开启。换手机时，请先关闭再重新设置。',
    en: 'Two-step verification is on already. To change your phone, turn it off and set it up again.',
  },
  'second-factor.wrong-code': {
    zh: '验证码不对，或设置已超过 15 分钟。请核对手机时间后重试。',
    en: 'The code is wrong, or setting up took longer than 15 minutes. Check the time of your phone and try again.',
  },
  'second-factor.none': { zh: '这个账号没有开启两步验证。', en: 'This account has no two-step verification.' },
  'second-factor.reset-own': {
    zh: '不能重置自己的两步验证，请由另一名管理员操作。',
    en: 'You cannot reset your own. Ask another administrator.',
  },
};
