import type { Texts } from '../../platform/i18n/texts';
import { evidenceTexts } from './evidence.texts';

/** Refusals of the loop. */
const REFUSALS: Texts = {
  'violation.not-found': {
    zh: '没有这条问题记录，或不在您的管理范围内。',
    en: 'There is no such violation within your reach.',
  },
  'violation.command-unknown': {
    zh: '没有这种办理操作，请刷新页面后重试。',
    en: 'There is no such command. Reload the page and try again.',
  },
  'violation.command-not-open': {
    zh: '这条记录现在不能这样办理，可能别人刚办过。请刷新后按页面上的按钮操作。',
    en: 'This cannot be done now; somebody may have been quicker. Reload and use one of the buttons shown.',
  },
  'violation.handover-over': {
    zh: '案件已办结，不能再移交。',
    en: 'The case is settled; it cannot be handed over any more.',
  },
  'violation.handover-waiting': {
    zh: '案件正在移交，接收部门签收或退回前不能办理；移交方可以撤回。',
    en: 'The case is being handed over. Until the other department signs or refuses, nobody goes on with it; the sender can take it back.',
  },
  'violation.handover-none': {
    zh: '没有等待签收的移交，可能对方刚撤回或已有人签收。请刷新。',
    en: 'No handover waits; it may have been taken back or signed meanwhile. Reload the page.',
  },
  'violation.handover-own': {
    zh: '移交人不能替接收部门签收或退回。',
    en: 'Whoever handed the case over cannot sign or refuse for the other department.',
  },
  'violation.handover-not-yours': {
    zh: '只有移交人或移交部门可以撤回。',
    en: 'Only the sender, or their department, can take it back.',
  },
  'violation.other-trade': {
    zh: '案件已移交其他部门，由该部门人员办理。',
    en: 'The case was handed over to another department, which goes on with it.',
  },
  'violation.handover-there-already': {
    zh: '案件已在该部门，请选另一个部门。',
    en: 'The case is with that department already. Choose another.',
  },
  'violation.officials-only': {
    zh: '这一步只能由监管人员、检查人员或网格员办理。',
    en: 'Only a regulator, inspector or grid worker can do this.',
  },
  'violation.not-yours-to-rectify': {
    zh: '这条问题没有交给您或您的单位整改，请由责任单位或责任人报告整改情况。',
    en: 'This was not given to you or your enterprise. Whoever it was given to reports what was put right.',
  },
  'violation.rectifier-may-not-review': {
    zh: '您报告过这条问题的整改情况，复查和销号要由另一个人来做。',
    en: 'You reported this as put right; somebody else has to look at it and sign it off.',
  },
  'violation.assignee-needed': {
    zh: '请选择整改责任人，或在说明里写明由谁整改。',
    en: 'Choose who shall put it right, or write it in the note.',
  },
  'violation.assignee-one-only': {
    zh: '整改责任人和整改单位只能选一个。',
    en: 'Choose either a person or an enterprise, not both.',
  },
  'violation.assignee-blind': {
    zh: '这个人没有查看和办理问题的权限，收不到这项任务，请换一个人。',
    en: 'This person cannot see or work on cases and would never get it. Choose somebody else.',
  },
  'violation.enterprise-unfit': {
    zh: '整改单位应是责任单位，或您管理范围内的单位，请重新选择。',
    en: 'Choose the enterprise concerned, or one within your region.',
  },
  'violation.regulators-only': {
    zh: '这一步只能由监管部门办理。',
    en: 'Only a regulator can do this.',
  },
  'violation.not-major': {
    zh: '这条问题不属于重大事故隐患，不用挂牌督办。',
    en: 'This is no major hazard; it is neither listed nor supervised.',
  },
  'violation.listed-already': { zh: '这条重大事故隐患已经挂牌。', en: 'This major hazard has been listed already.' },
  'violation.supervised-already': {
    zh: '这条重大事故隐患已经明确督办。',
    en: 'This major hazard is under supervision already.',
  },
  'violation.no-clue': {
    zh: '这类问题不属于移送公安机关的线索。',
    en: 'A case of this kind is no clue for the police.',
  },
  'violation.handed-over-already': {
    zh: '这条线索已经移送。',
    en: 'This clue has been handed over already.',
  },
  'violation.major-not-followed': {
    zh: '重大事故隐患要先挂牌、督办，才能继续办理。请先完成挂牌和督办。',
    en: 'A major hazard is listed and supervised first. Do that before this step.',
  },
  'violation.assignee-unfit': {
    zh: '整改责任人应是责任单位的人、当事焊工，或负责这个区域的工作人员，请重新选择。',
    en: 'Choose somebody of the enterprise concerned, the welder concerned, or an official in charge of the place.',
  },
  'violation.due-in-past': {
    zh: '整改期限应晚于现在，请重新选择。',
    en: 'The due date must lie ahead. Choose a later one.',
  },
  'violation.open-again': {
    zh: '同一问题已被再次发现，请直接办理那条新记录。',
    en: 'The same has been found again meanwhile. Work on that new record instead.',
  },
  'violation.photo-unknown': {
    zh: '照片没有上传成功，请重新拍照。',
    en: 'A photo is not among those you have uploaded. Take it again.',
  },
  'violation.found-in-future': {
    zh: '发现时间不能晚于现在，请检查手机的日期和时间。',
    en: 'It cannot have been found later than now. Check date and time of your phone.',
  },
  'violation.machine-unknown': {
    zh: '没有这台焊割设备。未登记的设备不用选，直接拍照记录。',
    en: 'There is no such machine. For an unregistered one choose none and take a photo.',
  },
  'violation.welder-unknown': {
    zh: '没有这名焊工。没有登记的，在说明里写清楚。',
    en: 'There is no such welder. If not registered, describe the person in words.',
  },
  'violation.enterprise-unknown': {
    zh: '没有这家单位。没有登记的，在说明里写清楚。',
    en: 'There is no such enterprise. If not registered, describe it in words.',
  },
  'violation.region-needed': {
    zh: '请选择问题发生在哪个行政区划。',
    en: 'Choose the region in which it was found.',
  },
  'violation.outside-region': {
    zh: '问题发生地不在您负责的区域内，请由当地工作人员记录。',
    en: 'That place lies outside your region. An official in charge of it has to record it.',
  },
};

/** What the platform did by itself, in a case's history. */
const HISTORY: Texts = {
  'violation.by.detector': { zh: '平台（自动发现）', en: 'Platform (detector)' },
  'violation.by.timer': { zh: '平台（到期提醒）', en: 'Platform (timer)' },
  'violation.because.cleared-by-late-data': {
    zh: '后到的数据表明当时有合法作业',
    en: 'Data that came later showed an authorised job',
  },
  'violation.because.explained-by-facts': {
    zh: '后来的数据或情况已作出解释',
    en: 'Later data or facts explain it',
  },
  'violation.because.worked-on-paper': {
    zh: '平台中断期间按编号纸质票作业，已在期限内补录',
    en: 'Worked on numbered paper while the platform was down; the paper was entered in time',
  },
  'violation.because.heard-again': { zh: '芯片已恢复联系', en: 'The chip has been heard again' },
  'violation.because.silence-filled': {
    zh: '芯片补传了失联期间的全部数据',
    en: 'The chip sent all that it had kept of the silence',
  },
  'violation.because.silence-unfilled': {
    zh: '芯片恢复联系后没有补传失联期间的数据',
    en: 'The chip was heard again, but what it should have kept did not come in',
  },
  'violation.told.principal': {
    zh: '已用短信告知单位主要负责人（{people} 人）',
    en: 'The principal of the enterprise was told by text message ({people} phones)',
  },
  'violation.told.nobody': {
    zh: '没有单位主要负责人的电话，请用其他方式告知',
    en: 'No phone of the principal is known: tell them in another way',
  },
  'violation.told.grid': { zh: '已逾期，提醒网格', en: 'Overdue: the grid was told' },
  'violation.told.town': { zh: '已逾期，上报乡镇（街道）', en: 'Overdue: the town was told' },
  'violation.told.county': { zh: '已逾期，上报区县', en: 'Overdue: the county was told' },
  'violation.taken-over': {
    zh: '网格接替：原负责人不再负责该网格',
    en: 'The grid was taken over: whoever had it serves there no more',
  },
  'violation.told.city': { zh: '已逾期，上报市级', en: 'Overdue: the city was told' },
  'violation.because.due-soon': { zh: '整改期限将到，已提醒', en: 'The due date comes: reminded' },
  'violation.because.assignee-left': {
    zh: '原负责人的账号已停用，转交下一位',
    en: 'The account of whoever had it is closed: it went to the next in turn',
  },
  'violation.because.assignee-on-leave': {
    zh: '原负责人请假，由代办人接手',
    en: 'Whoever had it is on leave: the deputy has it now',
  },
  'violation.because.assignee-back': {
    zh: '原负责人休假结束，问题交还',
    en: 'Whoever had it is back from leave and has it again',
  },
};

/** 请假代办. */
const LEAVES: Texts = {
  'leave.not-found': {
    zh: '没有这条请假记录，或不在您负责的范围内。',
    en: 'There is no such leave within your reach.',
  },
  'leave.not-yours': {
    zh: '只能登记和结束自己的请假；替别人登记请找监管人员。',
    en: 'You enter and end your own leave. For somebody else ask the regulator.',
  },
  'leave.person-unfit': {
    zh: '请假人应是本辖区在用账号的监管人员、检查人员或网格员。',
    en: 'Name a regulator, inspector or grid worker of this region whose account is open.',
  },
  'leave.too-long': {
    zh: '一次请假最长 {days} 天。离岗更久的，请由监管人员办理工作接替。',
    en: 'A leave lasts {days} days at the most. For longer, the regulator has somebody take over.',
  },
  'leave.ends-before': {
    zh: '最后一天不能早于第一天，也不能已经过去。',
    en: 'The last day lies before the first one, or in the past.',
  },
  'leave.deputy-unfit': {
    zh: '代办人应能办理案件，且负责的区域包含请假人的区域。',
    en: 'The deputy must be somebody who sees to cases and whose region covers that of who is away.',
  },
};

/** Text messages. */
const MESSAGES: Texts = {
  'violation.text.major-hazard': {
    zh: '【焊安】贵单位被发现重大事故隐患：{kind}。请立即停止相关作业，并于 {due} 前完成整改。详情请登录平台查看。',
    en: 'Hanan: a major hazard was found at your enterprise: {kind}. Stop the work at once and put it right before {due}. Sign in for details.',
  },
};

export const supervisionTexts: Texts = { ...REFUSALS, ...evidenceTexts, ...HISTORY, ...LEAVES, ...MESSAGES };
