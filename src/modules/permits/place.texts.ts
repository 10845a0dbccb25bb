import type { Texts } from '../../platform/i18n/texts';

/** Refusals about the place of work: the regime follows from it. */
export const permitPlaceTexts: Texts = {
  'permit.regime-below-trade': {
    zh: '危险化学品生产、经营（带储存）和化工、医药企业内动火，不论由谁施工，都要办理「危险化学品企业动火作业」票（GB 30871-2022）。请改选后重新填写。',
    en: 'Hot work inside a chemical enterprise needs the chemical permit, whoever does the work (GB 30871-2022). Choose that form and fill it in.',
  },
  'permit.regime-below-site': {
    zh: '作业位置在已确认的场所「{site}」（{enterprise}）范围内，不论由谁施工，都要办理「{regimeZh}」票。请改选后重新填写；实际不在其内的，请移动位置或缩小半径。',
    en: 'The place reaches the confirmed site “{site}” ({enterprise}): whoever works there needs the permit “{regimeEn}”. Choose that form; where the work lies outside, move the point or make the radius smaller.',
  },
  'permit.site-unknown': {
    zh: '没有这个场所，或者它已停用、尚未确认，您看不到。请从列表里选择，或直接填写作业位置。',
    en: 'There is no such site, or it is withdrawn, or not confirmed and not yours to see. Choose from the list, or fill in the place itself.',
  },
  'permit.site-elsewhere': {
    zh: '作业位置不在场所「{site}」范围内。请移动位置，或改选场所，也可以不选场所。',
    en: 'The place does not touch the site “{site}”. Move the point, choose another site, or none.',
  },
  'permit.not-the-host': {
    zh: '作业位置在「{enterprise}」的场所「{site}」内，动火票由该单位办理和审批。请把“发包（用工）单位”选为该单位，本单位填为施工单位；或请该单位申请。',
    en: 'The place lies in the site “{site}” of {enterprise}, whose permit it is and who signs it. Choose them as the ordering enterprise and yourselves as the contractor, or ask them to apply.',
  },
  'permit.site-confirmed-since': {
    zh: '填写后，监管人员确认了场所「{site}」，这里的场所类别或营业时间有变化。请打开草稿核对并重新保存，再提交。',
    en: 'Since this was filled in an official confirmed the site “{site}”: kinds or opening hours of the place changed. Open the draft, look at them, save it again and submit.',
  },
  'permit.place-now-stricter': {
    zh: '提交后，这里被确认为场所「{site}」（{enterprise}），须办理「{regimeZh}」票。本票不能签发、确认或开始作业，请按新要求重新申请。',
    en: 'After the submission this place was confirmed as the site “{site}” ({enterprise}) and needs the permit “{regimeEn}”. This one can no longer be issued, confirmed or begun: apply anew.',
  },
  'permit.open-all-along': {
    zh: '计划的时间全部在营业时间（{from} 至 {to}）内，这类场所营业期间禁止动火。请改到停止营业后、开门前的时间。',
    en: 'All of the planned time lies in the opening hours ({from} to {to}), in which such a place allows no hot work. Choose a time after closing and before opening.',
  },
  'permit.small-not-for-place': {
    zh: '「{kindZh}」不能按小型作业申报。请由现场所在单位办理「{regimeZh}」票，按票上要求检测、监护和审批。',
    en: 'Work at a place of the kind “{kindEn}” cannot be declared as a small job. The enterprise at the place asks for the permit “{regimeEn}”, with its gas test, watcher and signatures.',
  },
  'permit.small-not-for-answer': {
    zh: '您回答现场有易燃易爆物、装过这类物品的容器管道或密闭空间，不能按小型作业申报。请由现场所在单位办理「{regimeZh}」票。',
    en: 'By your answers there are flammables, vessels that held them, or a closed space. This cannot be a small job: the enterprise at the place asks for the permit “{regimeEn}”.',
  },
};
