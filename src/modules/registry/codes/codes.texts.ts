import type { Texts } from '../../../platform/i18n/texts';

/** Refusals around stickers: our own codes, their rolls, and other systems' codes. */
export const codeTexts: Texts = {
  'code.unknown': { zh: '没有这个码，请核对后重新扫描或输入。', en: 'There is no such code. Scan or type it again.' },
  'code.not-blank': {
    zh: '这个码已经用过，请换一张空码。',
    en: 'This code is in use already. Take another blank one.',
  },
  'code.roll-voided': {
    zh: '这张空码所在的码卷已挂失作废，不能再贴。请换一张空码，并把捡到的码卷交回监管部门。',
    en: 'The roll of this code was reported lost and voided. Take another blank code, and hand the roll in if you found it.',
  },
  'code.voided': {
    zh: '这张空码已作废，请换一张。',
    en: 'This blank code is void. Take another one.',
  },
  'code.of-another-county': {
    zh: '这张空码是给别的县（市、区）印制的，不能贴在这里。请换一张本地的空码。',
    en: 'This blank code was printed for another county and is not stuck on here. Take one of your own.',
  },
  'code.of-another-system': {
    zh: '扫到的不是本平台的码。设备上原有的省平台或厂家的码可以保留，另登记为外部码；这里请扫一张本平台的空码。',
    en: 'This is no code of this platform. A province’s or vendor’s code may stay and is registered as an external one; scan a blank code of ours here.',
  },
  'code.machine-scrapped': {
    zh: '这台设备已报废，不用换码。',
    en: 'This machine is scrapped; its code is not replaced.',
  },
  'code-roll.not-found': {
    zh: '没有这卷空码，或不在您的管理范围内。',
    en: 'There is no such roll of codes within your reach.',
  },
  'code-roll.voided': { zh: '这卷空码已作废。', en: 'This roll is void already.' },
  'code-roll.holder-unknown': {
    zh: '没有这个人，或账号已停用，不能领用码卷。',
    en: 'There is no such person within your reach, or the account is disabled.',
  },
  'external-code.exists': {
    zh: '这个外部码已登记在另一台设备或另一名焊工名下。请扫码核对。',
    en: 'This external code stands for another machine or welder already. Scan it to see which.',
  },
  'external-code.added': {
    zh: '这台设备已登记；导入时给它记下这个外部码。',
    en: 'This machine is registered already; the import adds this external code to it.',
  },
  'external-code.unknown': {
    zh: '没有登记过这个外部码，或不在您的管理范围内。',
    en: 'There is no such external code within your reach.',
  },
  'external-code.is-own': {
    zh: '这是本平台的码，不用登记为外部码。',
    en: 'This is a code of this platform; it need not be registered as an external one.',
  },
  'external-code.entity-unknown': {
    zh: '要关联的设备或焊工不存在，或不在您的管理范围内。',
    en: 'The machine or welder to link does not exist within your reach.',
  },
};
