import type { Texts } from '../i18n/texts';

export const authTexts: Texts = {
  'auth.required': { zh: '请先登录。', en: 'Sign in first.' },
  'auth.token-expired': { zh: '登录已过期，请重新登录。', en: 'Your sign-in has expired. Sign in again.' },
  'auth.token-invalid': { zh: '登录凭证无效，请重新登录。', en: 'The access token is not valid. Sign in again.' },
  'auth.session-ended': { zh: '登录已结束，请重新登录。', en: 'Your session has ended. Sign in again.' },
  'auth.disabled': { zh: '账号已停用，请联系管理员。', en: 'This account is disabled. Ask your administrator.' },
  'auth.second-factor-due': {
    zh: '本平台要求您使用两步验证，请先设置，再继续使用。',
    en: 'This platform asks you for two-step verification. Set it up first.',
  },
  'auth.password-temporary': {
    zh: '您用的是管理员给的临时密码，请先改成自己的密码。',
    en: 'You signed in with a temporary password. Change it to one of your own first.',
  },
  'access.denied': {
    zh: '您的账号没有这项权限。如工作需要，请联系管理员开通。',
    en: 'Your account may not do this. If your work needs it, ask your administrator.',
  },
};
