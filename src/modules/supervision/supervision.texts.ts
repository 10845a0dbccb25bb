import type { Texts } from '../../platform/i18n/texts';

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

/** What detectors and people rest a violation on, as a line each. */
const EVIDENCE: Texts = {
  'violation.evidence.startedAt': { zh: '起弧时间：{time}', en: 'Arc since {time}' },
  'violation.evidence.earliestAt': {
    zh: '起弧时间无法确定，不早于：{time}',
    en: 'When the arc began is not known; not before {time}',
  },
  'violation.evidence.latestAt': {
    zh: '起弧时间无法确定，不晚于：{time}（芯片此前没有联网，也没有可用的时钟）',
    en: 'When the arc began is not known; not after {time} (the chip had no contact and no usable clock)',
  },
  'violation.evidence.peakA': { zh: '峰值电流：{value} 安', en: 'Peak current: {value} A' },
  'violation.evidence.samples-gone': {
    zh: '逐条采样数据已过保存期，仅保留燃弧记录',
    en: 'Its samples are past the time they are kept; the arc itself stays on record',
  },
  'violation.evidence.currentA': { zh: '测得电流：{value} 安', en: 'Current measured: {value} A' },
  'violation.evidence.sustained': { zh: '燃弧达到 3 秒以上', en: 'The arc burned for 3 s or longer' },
  'violation.evidence.spark': {
    zh: '燃弧不足 3 秒，可能是误碰',
    en: 'The arc burned for less than 3 s; it may have been a spark',
  },
  'violation.evidence.from': { zh: '许可开始时间：{time}', en: 'Permitted from {time}' },
  'violation.evidence.until': { zh: '当时的期限：{time}', en: 'The limit was {time}' },
  'violation.evidence.suspendedAt': { zh: '停工时间：{time}', en: 'Work was suspended at {time}' },
  'violation.evidence.watchUntil': { zh: '应留守至：{time}', en: 'The watch was due until {time}' },
  'violation.evidence.closedAt': { zh: '实际结束留守：{time}', en: 'The watch was ended at {time}' },
  'violation.evidence.dueAt': { zh: '应在此前完成：{time}', en: 'It was due by {time}' },
  'violation.evidence.distanceM': {
    zh: '开机时手机离焊机约 {value} 米',
    en: 'The phone was about {value} m from the machine',
  },
  'violation.evidence.metresAway': {
    zh: '焊机离许可地点约 {value} 米',
    en: 'The machine was about {value} m from the permitted place',
  },
  'violation.evidence.hours': { zh: '连续作业超过 {value} 小时', en: 'Work went on for more than {value} h' },
  'violation.evidence.period': { zh: '重点时段：{value}', en: 'Special period: {value}' },
  'violation.evidence.code': { zh: '现场的码（空码）：{value}', en: 'Blank code on site: {value}' },
  'violation.evidence.foundCode': {
    zh: '现场标签上的码：{value}（平台没有登记过，疑似伪造或其他系统的标签）',
    en: 'Code on the sticker: {value} (not registered here; it may be forged or of another system)',
  },
  'violation.evidence.limit.permit': { zh: '超过了动火票的时间', en: 'Beyond the time of the permit' },
  'violation.evidence.limit.designated-area': {
    zh: '超过了固定动火区的有效期',
    en: 'Beyond the validity of the designated area',
  },
  'violation.evidence.limit.job': { zh: '作业已经结束，仍在燃弧', en: 'The job was over, the arc burned on' },
  'violation.evidence.fault.never-begun': {
    zh: '动火票到期后没有人报完工，也没有人留守',
    en: 'The permit ran out; nobody said that work was over, and nobody stayed',
  },
  'violation.evidence.fault.never-closed': {
    zh: '留守时间已过，一直没有确认“无残火”',
    en: 'The watch is over and nobody confirmed that no fire is left',
  },
  'violation.evidence.fault.no-watcher': { zh: '作业后没有监护人留守', en: 'No watcher stayed after work' },
  'violation.evidence.fault.closed-early': { zh: '留守时间未到就结束了', en: 'The watch was ended too early' },
};

/** Why, as far as the platform knows. */
const REASONS: Texts = {
  'violation.evidence.reason.unbound': { zh: '芯片没有绑定设备', en: 'The chip is bound to no machine' },
  'violation.evidence.reason.blocked': { zh: '芯片已停用', en: 'The chip is blocked' },
  'violation.evidence.reason.scrapped': { zh: '设备已登记报废', en: 'The machine is registered as scrapped' },
  'violation.evidence.reason.lost': { zh: '设备已挂失', en: 'The machine is reported lost' },
  'violation.evidence.reason.no-permit.none': { zh: '作业没有动火票', en: 'The job had no permit' },
  'violation.evidence.reason.uncertified.none': {
    zh: '没有这项作业的操作证',
    en: 'No certificate for this kind of work',
  },
  'violation.evidence.reason.before-start': { zh: '早于动火票的开始时间', en: 'Before the permit begins' },
  'violation.evidence.reason.not-valid': { zh: '操作证当时无效', en: 'The certificate was not valid then' },
  'violation.evidence.reason.lost-while-working': {
    zh: '作业过程中操作证失效',
    en: 'The certificate ceased to be valid during work',
  },
  'violation.evidence.reason.tamper-open': { zh: '芯片外壳被打开', en: 'The chip’s case was opened' },
  'violation.evidence.reason.digest-conflict': {
    zh: '同一编号报了两份不同的数据，可能有两只芯片用同一个号',
    en: 'Two different messages under one number: two chips may bear this number',
  },
  'violation.evidence.reason.lower-boot': {
    zh: '开机次数倒退，可能有两只芯片用同一个号',
    en: 'The boot counter ran backwards: two chips may bear this number',
  },
  'violation.evidence.reason.takeover': {
    zh: '两处网络地址反复抢占同一只芯片的连接',
    en: 'Two addresses kept displacing each other as this chip',
  },
  'violation.evidence.reason.moved': { zh: '芯片报告被移动', en: 'The chip reports that it was moved' },
  'violation.evidence.reason.mains-without-relay': {
    zh: '继电器没有合上，设备却有电',
    en: 'The machine has power while its relay is open',
  },
  'violation.evidence.reason.unreadable': {
    zh: '芯片发来的数据有多条读不懂，期间的燃弧可能没有记录',
    en: 'Many messages of the chip could not be read; arcs may have gone unrecorded',
  },
  'violation.evidence.reason.boot-jump': {
    zh: '开机次数突然跳大，没有采信；请技术人员查看芯片',
    en: 'The boot counter jumped and was not believed; a technician has to look at the chip',
  },
  'violation.evidence.reason.over-rating': {
    zh: '电流大大超过设备的额定电流，设备可能被改装，或登记的额定电流有误',
    en: 'Far more current than the machine is rated for: it may be modified, or its registered rating is wrong',
  },
  'violation.evidence.reason.current-without-relay': {
    zh: '继电器断开时仍有焊接电流，可能绕过了芯片',
    en: 'Welding current flows while the relay is open: the chip may be bypassed',
  },
  'violation.evidence.reason.silent': { zh: '作业中收不到芯片的数据', en: 'No word from the chip during a job' },
  'violation.evidence.reason.gas-test-missed': {
    zh: '没有按时检测气体，动火票已自动暂停',
    en: 'The gas test was not done in time; the permit was suspended by itself',
  },
  'violation.evidence.reason.watcher-silent': {
    zh: '监护人没有按时报到，动火票已自动暂停',
    en: 'The watcher did not show presence; the permit was suspended by itself',
  },
  'violation.evidence.reason.countersign-overdue': {
    zh: '紧急动火没有在规定时间内补齐签字',
    en: 'The signatures of an urgent permit were not added in time',
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
  'violation.because.heard-again': { zh: '芯片已恢复联系', en: 'The chip has been heard again' },
  'violation.told.grid': { zh: '已逾期，提醒网格', en: 'Overdue: the grid was told' },
  'violation.told.town': { zh: '已逾期，上报乡镇（街道）', en: 'Overdue: the town was told' },
  'violation.told.county': { zh: '已逾期，上报区县', en: 'Overdue: the county was told' },
};

export const supervisionTexts: Texts = { ...REFUSALS, ...EVIDENCE, ...REASONS, ...HISTORY };
