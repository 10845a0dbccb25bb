import type { Texts } from '../../platform/i18n/texts';

/** What guards name: the wrong person, not yet, something to be done first. */
export const permitReasonTexts: Texts = {
  'permit.own-application': {
    zh: '不能审批自己申请的作业票，请由审批链上的其他人审批。',
    en: 'Nobody approves their own application. Someone else in the chain must.',
  },
  'permit.own-welding': {
    zh: '您是这张票上的焊工，不能审批自己的作业，请由审批链上的其他人审批。',
    en: 'You are a welder of this permit and cannot approve your own work. Someone else in the chain must.',
  },
  'permit.signer-is-welder': {
    zh: '补充的焊工里有审批或会签这张票的人，自己的作业不能由自己审批。请换一名焊工，或重新办票，由其他人审批。',
    en: 'One of the welders to be added has approved this permit or is countersigning it; nobody approves their own work. Choose another welder, or ask for a new permit that others approve.',
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
  'permit.urgent-closed': {
    zh: '本单位 {days} 天内有紧急作业票未按时补签：{numbers}。紧急通道暂停使用，请按正常程序审批，期满自动恢复。',
    en: 'Within {days} days the signatures of these urgent permits of the enterprise did not come in time: {numbers}. The urgent way is closed for now: have the work approved in the usual way.',
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
    zh: '监护人没有有效的监护培训合格证。请由本单位安全员登记其合格证（编号、有效期、照片），或换人监护。',
    en: 'The watcher has no training certificate in force. Have the safety officer record it (number, last day, photo), or let someone else watch.',
  },
  'permit.work-leader-opinion-missing': {
    zh: '作业负责人还没有签署意见，请其在票上签「作业负责人意见」。',
    en: 'The work leader has given no opinion yet. Have them sign it on the permit.',
  },
  'permit.briefing-missing': {
    zh: '还没有安全交底，请作业负责人或安全员向作业人员、监护人交底并签字。',
    en: 'Nobody has been briefed yet. The work leader or a safety officer briefs welders and watcher, and signs.',
  },
  'permit.briefing-not-received': {
    zh: '还没有人签收安全交底，请焊工或监护人在票上签「接受交底」。',
    en: 'Nobody has signed that they were briefed. A welder or the watcher signs it on the permit.',
  },
  'permit.shift-check-missing': {
    zh: '当班班长还没有验票，请其到现场核对后签「当班班长验票」。',
    en: 'The shift leader has not checked the permit. Have them check it at the place and sign.',
  },
  'permit.record-not-asked': {
    zh: '这张票不需要这项签字。',
    en: 'This permit does not ask for this signature.',
  },
  'permit.recorded-already': { zh: '这一项已经签过，不用再签。', en: 'This is signed already.' },
  'permit.work-leader-only': {
    zh: '只有票上的作业负责人可以签署这项意见。',
    en: 'Only the work leader named on the permit gives this opinion.',
  },
  'permit.briefer-only': {
    zh: '只有作业负责人、申请人或单位的安全员、负责人可以交底。',
    en: 'Only the work leader, the applicant, or a safety officer or leader of the enterprise briefs people.',
  },
  'permit.briefed-only': {
    zh: '只有票上的焊工和监护人签收交底。',
    en: 'Only the welders and the watcher named on the permit sign that they were briefed.',
  },
  'permit.own-briefing': {
    zh: '交底由您作出，请由接受交底的人签收。',
    en: 'You gave the briefing. Whoever was briefed signs that they were.',
  },
  'permit.shift-leader-only': {
    zh: '由作业所在单位的当班负责人（管理人员、安全员或单位负责人）验票。',
    en: 'A leader on shift at the enterprise where the work is done checks the permit: manager, safety officer or head.',
  },
  'permit.measures-open': {
    zh: '还有 {open} 项安全措施没有确认。',
    en: '{open} measure(s) are not confirmed yet.',
  },
  'permit.reason-said': {
    zh: '作业已经暂停，原因也已填写。',
    en: 'The work is suspended already, and the reason was given.',
  },
  'permit.given-before-stop': {
    zh: '这是停工之前确认的。停工后现场可能有变化，请重新查看后再确认。',
    en: 'This was confirmed before the work was stopped. The place may have changed: look again, then confirm.',
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
  'permit.close-photo-missing': {
    zh: '请拍一张现场照片再关闭；不是监护人本人关闭的，必须有照片。',
    en: 'Take a photo of the place to close it; whoever is not the watcher always needs one.',
  },
  'permit.not-on-site': {
    zh: '您离作业地点还有 {metres} 米（应在 {radius} 米以内），请到现场操作。',
    en: 'You are {metres} m from the place (it must be within {radius} m). Do this on site.',
  },
  'permit.signal-not-yours': {
    zh: '现场有没有信号，由本票监护人或安全员到现场确认，或由网格员、监管人员登记；本票焊工不能自己确认。',
    en: 'Whether the place has signal is stated on the spot by the watcher or a safety officer, or by an official; not by a welder of this permit.',
  },
  'permit.place-unproven': {
    zh: '没有取得准确的定位，不能确认您在作业地点。请打开定位再试；没有信号的，请在现场扫本票的公示牌并拍照。',
    en: 'No exact position shows that you are at the place. Switch positioning on and try again; without signal, scan this permit’s signboard on the spot and take a photo.',
  },
  'permit.signboard-not-bound': {
    zh: '这块公示牌还没有人在现场定位确认过，不能证明地点。请监护人或签发人打开定位，在现场扫一次公示牌。',
    en: 'Nobody with a position has confirmed yet where this signboard hangs. The watcher or the issuer scans it once on the spot with positioning on.',
  },
  'permit.signboard-not-of-here': {
    zh: '扫的不是本票的公示牌，或者变化码已经过期。请在现场扫本票的公示牌；变化码请重新扫一次。',
    en: 'This is not the signboard of this permit, or the changing code has run out. Scan this permit’s signboard on the spot; scan a changing code anew.',
  },
  'permit.signboard-photo-missing': {
    zh: '扫公示牌还要现场拍一张照片，以前的照片无效。',
    en: 'A scanned signboard needs a photo taken on the spot now; an older one does not count.',
  },
  'permit.site-visit-missing': {
    zh: '这一级须在作业现场签字，不能远程审批。请到作业地点，用手机打开定位后签字，或先点「记录现场查看」再签。',
    en: 'This is signed at the place of the work, never from afar. Go there and sign with the position of your phone on, or record your visit first.',
  },
  'permit.no-site-visit': { zh: '这类作业票不要求现场查看。', en: 'This kind of permit asks for no site visit.' },
  'permit.nothing-to-countersign': { zh: '这张票不需要补签。', en: 'Nothing is left to countersign on this permit.' },
  'permit.occupier-not-yet': {
    zh: '现场负责人还没有确认，请先请其用短信确认。',
    en: 'The occupier has not confirmed yet; that comes first.',
  },
  'permit.occupier-must-watch': {
    zh: '这类场所要有人专门看护。请勾选“作业期间和结束后我在现场看护”再确认；不能看护的请不要确认。',
    en: 'Somebody has to watch at a place like this. Tick that you stay and watch, then confirm; do not confirm if you cannot.',
  },
  'permit.occupier-place-unproven': {
    zh: '这类地方要负责人在作业地点当场确认，但没有取得准确的定位。请在现场打开手机定位再点确认；您的手机定不了位的，把确认码告诉焊工，在焊工手机上当场确认。',
    en: 'At a place like this the occupier confirms on the spot, and no exact position shows that. Switch positioning on at the place and confirm again. If your phone has none, confirm there with the code on the welder’s phone.',
  },
  'permit.no-occupier-asked': {
    zh: '这张票现在不需要现场负责人确认。',
    en: 'This permit does not wait for an occupier.',
  },
  'permit.end-not-reached': { zh: '还没有到期。', en: 'It has not ended yet.' },
  'permit.not-extended': { zh: '没有已生效的延期票。', en: 'No extension is in force.' },
};
