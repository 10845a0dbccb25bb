import type { Texts } from '../../../platform/i18n/texts';
import { plantSigningTexts } from '../taken/plant-signing.texts';

/** Seats of a chain that nobody can fill, people who are wanted twice, papers without which nobody signs, and seats signed at a plant. */
export const seatTexts: Texts = {
  ...plantSigningTexts,
  'permit.approver-missing': {
    zh: '没有人能签「{titleZh}」，审批走不下去。申请人和票上的焊工不能审批，一人也不能签两处。请由别人填写申请，或联系 {turnTo} 安排人员并开通账号。',
    en: 'Nobody can sign as “{titleEn}”, so approval cannot proceed. The applicant and the welders named never approve, and nobody signs twice. Let somebody else fill it in, or ask {turnTo} to appoint someone with an account.',
  },
  'permit.approver-missing-and-leader': {
    zh: '没有人能签「{titleZh}」，本单位也没有负责人账号，审批走不下去。请联系当地管理部门为单位负责人开通账号。',
    en: 'Nobody can sign as “{titleEn}”, and the enterprise has no leader with an account. Ask the local authority to make one.',
  },
  'permit.seat-unconfirmed': {
    zh: '您的账号还没有经监管部门确认身份，签字、确认和登记暂不能算数。请带身份证联系所在县（区）监管人员确认，确认后再办。',
    en: 'No official has confirmed yet who you are, so what you sign, confirm or record does not count. Show your identity card to the county’s regulator, then do it again.',
  },
  'permit.seats-unconfirmed': {
    zh: '「{titleZh}」的人员还没有经监管部门确认身份，签字暂不能算数。请联系所在县（区）监管人员确认后再提交。',
    en: 'Nobody has confirmed yet who signs as “{titleEn}”, so that signature would not count. Ask the county’s regulator to confirm them, then submit again.',
  },
  'permit.seat-empty': {
    zh: '「{titleZh}」没有人能签：除申请人和票上的焊工外，还要有一名{rolesZh}账号。',
    en: 'Nobody can sign as “{titleEn}”: another account with the duty {rolesEn} is needed, beside the applicant and the welders named.',
  },
  'permit.official-missing': {
    zh: '没有人能做「{titleZh}」：这个地点还没有网格员账号。请联系当地乡镇（街道）安排网格员并开通账号，再提交。',
    en: 'Nobody can sign as “{titleEn}”: no grid worker of this place has an account. Ask the township to appoint one, then submit again.',
  },
  'permit.watcher-double-booked': {
    zh: '这名监护人同一时段已在「{place}」（{number}）监护，一人只能监护一处。请换一名监护人、错开时间，或先撤销那张票。',
    en: 'This watcher is named at “{place}” ({number}) at the same time; one watcher, one point. Name another, choose another time, or cancel that permit first.',
  },
  'permit.agreement-unexplained': {
    zh: '{names}没有有效的安全生产管理协议。确需同意的，请在审批意见中写明理由。',
    en: '{names}: no valid safety agreement. Write in the comment why you sign all the same.',
  },
  'permit.agreement-missing': {
    zh: '{names}没有有效的安全生产管理协议，按本地规定不能批准。请先登记合同并上传协议，或更换人员、单位。',
    en: '{names}: no valid safety agreement, so nobody approves. Enter contract and agreement first, or name others.',
  },
};
