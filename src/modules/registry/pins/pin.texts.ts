import type { Texts } from '../../../platform/i18n/texts';

export const pinTexts: Texts = {
  'pin.not-a-welder': {
    zh: '身份密码只给焊工用；您的账号没有关联焊工。请联系单位或网格员，把账号和焊工关联起来。',
    en: 'A PIN is for welders, and your account belongs to none. Ask the enterprise or grid worker to link it.',
  },
  'pin.malformed': { zh: '身份密码应为 6 位数字。', en: 'A PIN has six digits.' },
  'pin.too-simple': {
    zh: '这个身份密码太简单，容易被猜到（如 000000、123456、123123）。请换一个。',
    en: 'This PIN is easily guessed (such as 000000, 123456, 123123). Choose another.',
  },
  'pin.of-own-number': {
    zh: '身份密码不能取自本人的生日、身份证号或手机号，请换一个。',
    en: 'The PIN must not be taken from your birthday, identity number or phone. Choose another.',
  },
};
