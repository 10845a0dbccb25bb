import type { Texts } from '../../../platform/i18n/texts';

/** What a permit that a plant has signed is refused for, beside all that any permit is refused for. */
export const plantSigningTexts: Texts = {
  'permit.plant-only': {
    zh: '只有企业的特殊作业系统可以报送此类作业票。',
    en: 'Only the special-work system of the plant brings such a permit.',
  },
  'permit.kept-by-plant': {
    zh: '这张作业票由企业的特殊作业系统管理，人员和设备变更请在企业系统中办理新票。',
    en: 'This permit is kept in the plant’s own system. For other people or machines make out a new one there.',
  },
  'plant.place-not-its-site': {
    zh: '作业地点不在本企业已确认的场所内，请核对坐标，或先请监管部门确认场所。',
    en: 'The place lies on no confirmed site of this plant. Check the position, or have the site confirmed first.',
  },
  'plant.level-too-low': {
    zh: '作业级别偏低：按作业内容和时间（节假日、夜间等升级管理），至少应为{neededZh}。',
    en: 'The level is too low: by the work and its time (holidays, nights and the like raise it) it is at least {neededEn}.',
  },
  'plant.seat-unknown': {
    zh: '该级别的审批没有第 {seat} 个席位。',
    en: 'The chain of this level has no seat {seat}.',
  },
  'plant.seat-unsigned': { zh: '缺少审批签字：{titleZh}。', en: 'These seats are not signed: {titleEn}.' },
  'plant.seat-twice': { zh: '“{titleZh}”签了两次。', en: '“{titleEn}” was signed twice.' },
  'plant.own-application': { zh: '申请人不能以“{titleZh}”签字。', en: 'Whoever asks does not sign as “{titleEn}”.' },
  'plant.own-welding': {
    zh: '作业焊工不能以“{titleZh}”签字。',
    en: 'A welder of the work does not sign as “{titleEn}”.',
  },
  'plant.signed-twice': {
    zh: '同一人不能签两个席位：“{titleZh}”。',
    en: 'One person does not sign two seats: “{titleEn}”.',
  },
  'plant.signed-out-of-order': {
    zh: '“{titleZh}”的签字早于前一级审批，请按审批顺序签字。',
    en: '“{titleEn}” was signed before the step that comes first. Sign one step after the other.',
  },
  'plant.signed-in-future': {
    zh: '“{titleZh}”的签字时间晚于现在，请校准时钟。',
    en: '“{titleEn}” was signed later than now. Set the clock right.',
  },
  'plant.not-signed-on-site': {
    zh: '“{titleZh}”须在作业现场签字（GB 30871-2022 4.11）。',
    en: '“{titleEn}” is signed at the place of work (GB 30871-2022 4.11).',
  },
  'plant.watcher-unknown': {
    zh: '监护人须有本平台账号，并已登记监护人培训合格证（GB 30871-2022 4.10）。',
    en: 'The watcher needs an account here with the certificate of the training for watchers (GB 30871-2022 4.10).',
  },
  'plant.extension-needs-new-permit': {
    zh: '动火作业票不能延期，超过有效期限应重新办理（GB 30871-2022）。请办理新票，并以新票号发送。',
    en: 'A hot-work permit is not extended: past its period a new one is made out (GB 30871-2022). Send the new permit under its own number.',
  },
};
