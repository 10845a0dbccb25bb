import type { Texts } from '../../../platform/i18n/texts';

export const upkeepTexts: Texts = {
  'machine-check.in-future': { zh: '检测日期不能晚于今天。', en: 'A check does not lie in the future.' },
  'machine-check.next-missing': {
    zh: '检测合格的，请填写下次检测日期。',
    en: 'Say until when a check that was passed holds.',
  },
  'machine-check.next-of-failed': {
    zh: '检测不合格的，没有下次检测日期，请维修后重新检测。',
    en: 'A check that failed holds for no day: repair the machine and have it checked again.',
  },
  'machine-check.next-too-early': {
    zh: '下次检测日期应晚于本次检测日期。',
    en: 'The next check lies after this one.',
  },
  'machine-check.next-too-late': {
    zh: '两次检测最多间隔 {months} 个月，请核对下次检测日期。',
    en: 'At most {months} months lie between two checks. Look at the day of the next one.',
  },
  'machine-check.scrapped': { zh: '设备已报废，不再登记检测。', en: 'The machine was scrapped and is not checked.' },
  'machine-check.photo-unknown': {
    zh: '没有找到检测报告的照片，请重新拍照上传。',
    en: 'The photo of the paper was not found. Take it again.',
  },
  'machine-repair.in-future': { zh: '维修日期不能晚于今天。', en: 'A repair is not recorded ahead of its day.' },
  'machine-repair.ends-before-start': {
    zh: '修好日期不能早于送修日期。',
    en: 'A repair does not end before it began.',
  },
  'machine-repair.open-already': {
    zh: '这台设备正在维修，请先登记修好。',
    en: 'The machine is being repaired: record its end first.',
  },
  'machine-repair.none': { zh: '这台设备没有正在进行的维修。', en: 'The machine is not being repaired.' },
  'machine-repair.say-what': {
    zh: '请在“年检与维修”中登记修好日期和维修内容，设备随即恢复使用。',
    en: 'Record under “checks and repairs” what was done and when: the machine comes back with it.',
  },
};
