import type { Texts } from '../../../platform/i18n/texts';

export const practiceTexts: Texts = {
  'practice.not-an-instructor': {
    zh: '您还不是培训机构的带教老师，请培训机构联系监管人员登记。',
    en: 'You are not an instructor of a training school. Ask the school to have an official name you.',
  },
  'practice.school-suspended': {
    zh: '这家培训机构检查不合格，已暂停，不能开实训课。',
    en: 'This school is suspended after a failed check; no practice session can be opened.',
  },
  'practice.school-without-enterprise': {
    zh: '这家培训机构还没有关联单位，请监管人员先关联，才能核对实训焊机。',
    en: 'The school is not linked to an enterprise yet. An official links it first, so that its machines are known.',
  },
  'practice.school-without-place': {
    zh: '培训机构还没有固定作业点，也没有生效的动火票。请学校先申报固定作业点，再开实训课。',
    en: 'The school has no designated area and no permit in force. It needs one before a practice session opens.',
  },
  'practice.not-at-the-school': {
    zh: '您的位置不在培训机构的作业点。请回到实训车间再操作。',
    en: 'You are not at the school’s own place of work. Do this in its workshop.',
  },
  'practice.place-unproven': {
    zh: '没有取得可用的定位。请打开手机定位再试；车间里定位不准时，扫作业点公示牌的码并拍照。',
    en: 'No usable position. Turn on location and try again; where it is poor, scan the board of the place and photograph it.',
  },
  'practice.open-already': {
    zh: '您还有一节实训课没有下课，请先结束那一节。',
    en: 'You have another practice session open. End that one first.',
  },
  'practice.too-long': {
    zh: '一节实训课最长 {hours} 小时，请缩短后再开。',
    en: 'A practice session lasts at most {hours} hours. Make it shorter.',
  },
  'practice.too-many-pupils': {
    zh: '一名带教老师最多带 {count} 名学员，请分成两节，由两位老师带。',
    en: 'An instructor takes at most {count} pupils. Split the group between two instructors.',
  },
  'practice.machine-unknown': {
    zh: '这不是焊机上的码，请扫焊机上的二维码。',
    en: 'This is not the code of a machine. Scan the code on the machine.',
  },
  'practice.machine-not-the-schools': {
    zh: '这台焊机不是本培训机构的，学员不能用它练习。',
    en: 'This machine is not the school’s own; pupils cannot practise on it.',
  },
  'practice.machine-out': {
    zh: '这台焊机目前停用，请换一台。',
    en: 'This machine is out of service. Use another one.',
  },
  'practice.machine-taken': {
    zh: '这台焊机在另一节实训课里，请等那节课结束，或换一台。',
    en: 'Another practice session has this machine. Wait until it ends, or use another one.',
  },
  'practice.machine-not-listed': {
    zh: '这台焊机不在本节实训课里，请扫本节课的焊机。',
    en: 'This machine is not in the session. Scan one that is.',
  },
  'practice.pupil-is-instructor': {
    zh: '带教老师不能同时是学员。',
    en: 'An instructor is no pupil of their own session.',
  },
  'practice.pupil-suspended': {
    zh: '这名学员目前被暂停作业，不能参加实训。',
    en: 'This pupil is suspended at present and cannot practise.',
  },
  'practice.pupil-taken': {
    zh: '这名学员在另一节实训课里，请等那节课结束。',
    en: 'This pupil is in another practice session. Wait until it ends.',
  },
  'practice.scanned-twice': { zh: '这个码已经扫过了。', en: 'This code was scanned already.' },
  'practice.unknown': {
    zh: '没有这节实训课，或它不是您带的。',
    en: 'There is no such practice session of yours.',
  },
  'practice.over': {
    zh: '这节实训课已经结束：时间已到，或没有按时确认在场。请重新开课。',
    en: 'This session is over: its time is up, or presence was not confirmed in time. Open a new one.',
  },
  'training.enterprise-taken': {
    zh: '这家单位已关联另一家培训机构，请核对统一社会信用代码。',
    en: 'This enterprise is linked to another school. Check the credit code.',
  },
  'training.instructor-known': {
    zh: '这名焊工已是带教老师（本机构或其他机构），不用再登记。',
    en: 'This welder is an instructor already, of this school or another.',
  },
  'training.instructor-not-known': {
    zh: '这名焊工不是本机构的带教老师。',
    en: 'This welder is not an instructor of this school.',
  },
};
