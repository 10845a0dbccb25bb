import type { Texts } from '../../platform/i18n/texts';

/** What guards name: the wrong person, not yet, something to be done first. */
export const permitReasonTexts: Texts = {
  'permit.own-application': {
    zh: '不能审批自己申请的作业票，请由审批链上的其他人审批。',
    en: 'Nobody approves their own application. Someone else in the chain must.',
  },
  'permit.signed-already': {
    zh: '您已在这张票上签过字，一人不能签两次。',
    en: 'You have signed this permit already; nobody signs twice.',
  },
  'permit.question-unanswered': {
    zh: '还没有回答：{questionZh}',
    en: 'Not answered yet: {questionEn}',
  },
  'permit.not-approver': {
    zh: '您不在这张票的审批链上。',
    en: 'You are not in the approval chain of this permit.',
  },
  'permit.not-your-turn': {
    zh: '还没有轮到您审批，请等前一级签完。',
    en: 'It is not your turn yet. Wait for the step before.',
  },
  'permit.issuer-only': {
    zh: '只能由最后一级审批人或本单位安全员签发。',
    en: 'Only the last approver or a safety officer of the enterprise can issue it.',
  },
  'permit.applicant-only': { zh: '只有申请人可以这样做。', en: 'Only the applicant can do this.' },
  'permit.applicant-or-leader-only': {
    zh: '只有申请人或单位的安全员、负责人可以这样做。',
    en: 'Only the applicant, or a safety officer or leader of the enterprise, can do this.',
  },
  'permit.watcher-or-safety-officer-only': {
    zh: '只有监护人或安全员可以确认安全措施。',
    en: 'Only the fire watcher or a safety officer confirms the measures.',
  },
  'permit.watcher-or-applicant-only': {
    zh: '只有监护人或申请人可以开工。',
    en: 'Only the fire watcher or the applicant starts the work.',
  },
  'permit.watcher-only': {
    zh: '只有票上的监护人可以这样做。换人监护请用「接替监护」。',
    en: 'Only the watcher named on the permit can do this. Someone else takes over as a substitute.',
  },
  'permit.watcher-not-qualified': {
    zh: '监护人应为作业票所属单位的监护人或安全员。',
    en: 'A watcher is a fire watcher or safety officer of one of the permit’s enterprises.',
  },
  'permit.on-site-only': {
    zh: '只有监护人、申请人或安全员可以这样做。',
    en: 'Only the watcher, the applicant or a safety officer can do this.',
  },
  'permit.stranger': {
    zh: '您与这张票无关，不能操作。发现危险请告诉现场人员或一键举报。',
    en: 'This permit does not concern you. If you see danger, tell the people on site or send a tip.',
  },
  'permit.authority-only': {
    zh: '这是监管部门叫停的，整改后由监管部门恢复。',
    en: 'The authority stopped this work; only the authority lets it go on.',
  },
  'permit.occupier-only': { zh: '由现场负责人用确认码确认。', en: 'The occupier confirms this with the code.' },
  'permit.platform-only': { zh: '这一步由平台自动完成。', en: 'The platform does this by itself.' },
  'permit.own-amendment': {
    zh: '增补由您提出，应由审批链上的另一人确认。',
    en: 'You asked for this amendment; another person in the chain confirms it.',
  },
  'permit.no-amendment': { zh: '没有等待确认的增补。', en: 'No amendment waits to be confirmed.' },
  'permit.amendment-waits': {
    zh: '上一次增补还没有确认，请先请审批人确认。',
    en: 'An earlier amendment still waits. Have it confirmed first.',
  },
  'permit.welders-missing': { zh: '请至少写上一名焊工。', en: 'Name at least one welder.' },
  'permit.watcher-missing': { zh: '请指定监护人。', en: 'Name a fire watcher.' },
  'permit.occupier-phone-missing': {
    zh: '请填写现场负责人（店主或房主）的手机号，用来接收确认码。',
    en: 'Give the mobile number of the occupier, who gets the confirmation code.',
  },
  'permit.enterprise-missing': { zh: '请选择申请单位。', en: 'Choose the enterprise that asks.' },
  'permit.end-past': {
    zh: '结束时间已经过去，请重填作业时间。',
    en: 'The end lies in the past. Enter the time again.',
  },
  'permit.urgent-not-allowed': {
    zh: '这类作业不能走紧急程序，请按正常程序审批。',
    en: 'Work of this kind has no urgent path. Have it approved in the usual way.',
  },
  'permit.watch-off': {
    zh: '监护人还没有到岗。请监护人到现场扫码到岗，或请他人接替。',
    en: 'No watcher is on duty. Have the watcher sign on at the place, or a substitute take over.',
  },
  'permit.watch-on-already': { zh: '您已经在岗监护。', en: 'You are on duty already.' },
  'permit.watcher-elsewhere': {
    zh: '您正在监护另一处动火（{number}），一人只能监护一处。请先结束那边，或换人监护。',
    en: 'You are watching other hot work ({number}); one watcher, one point. End that first, or let someone else watch.',
  },
  'permit.watcher-is-welder': {
    zh: '焊工不能监护自己的作业，请换人监护。',
    en: 'A welder cannot watch the same work. Let someone else watch.',
  },
  'permit.watcher-untrained': {
    zh: '监护人没有参加过培训，或培训已过期，请先培训或换人。',
    en: 'The watcher has no training in date. Train first, or let someone else watch.',
  },
  'permit.measures-open': {
    zh: '还有 {open} 项安全措施没有确认。',
    en: '{open} measure(s) are not confirmed yet.',
  },
  'permit.gas-test-missing': { zh: '还没有做气体检测，请先检测。', en: 'No gas test has been made. Test first.' },
  'permit.gas-test-failed': {
    zh: '{sampled} 的气体检测不合格，请处理后重新检测。',
    en: 'The gas test of {sampled} failed. Ventilate or purge, and test again.',
  },
  'permit.gas-test-stale': {
    zh: '{sampled} 的气体检测已过时效，请重新检测。',
    en: 'The gas test of {sampled} is too old. Test again.',
  },
  'permit.start-too-early': {
    zh: '还没有到计划开始时间（{start}），请到时再开工。',
    en: 'The planned start is {start}. Start then.',
  },
  'permit.never-started': {
    zh: '这张票到期前没有开过工，无需结束。需要作业请重新申请。',
    en: 'No work was ever begun under this permit, so there is nothing to finish. Ask for a new one.',
  },
  'permit.watch-running': {
    zh: '留守监护到 {until} 才结束，请继续看护现场。',
    en: 'The fire watch runs until {until}. Stay and watch.',
  },
  'permit.residual-fire': {
    zh: '现场还有残火，不能关闭。已通知安全员；请立即扑灭并继续留守，必要时拨打 119。',
    en: 'Something still burns, so it cannot be closed. The safety officer has been told; put it out, go on watching, call 119 if needed.',
  },
  'permit.close-photo-missing': { zh: '请拍一张现场照片再关闭。', en: 'Take a photo of the place to close it.' },
  'permit.not-on-site': {
    zh: '您离作业地点还有 {metres} 米（应在 {radius} 米以内），请到现场操作。',
    en: 'You are {metres} m from the place (it must be within {radius} m). Do this on site.',
  },
  'permit.site-visit-missing': {
    zh: '签字前要先到现场查看。请到作业地点点「现场查看」，再签字。',
    en: 'See the place before you sign: confirm your visit there first.',
  },
  'permit.no-site-visit': { zh: '这类作业票不要求现场查看。', en: 'This kind of permit asks for no site visit.' },
  'permit.nothing-to-countersign': { zh: '这张票不需要补签。', en: 'Nothing is left to countersign on this permit.' },
  'permit.no-occupier-asked': {
    zh: '这张票现在不需要现场负责人确认。',
    en: 'This permit does not wait for an occupier.',
  },
  'permit.end-not-reached': { zh: '还没有到期。', en: 'It has not ended yet.' },
  'permit.not-extended': { zh: '没有已生效的延期票。', en: 'No extension is in force.' },
};
