import type { Texts } from '../../platform/i18n/texts';
import { suspicionTexts } from './detectors/suspicion.texts';

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
  'violation.evidence.askedAt': { zh: '平台要求拍照的时间：{time}', en: 'A photo was asked for at {time}' },
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
  'violation.evidence.spark-confirmed': {
    zh: '燃弧不足 3 秒，已由人员核实',
    en: 'The arc burned for less than 3 s; a person confirmed it',
  },
  'violation.evidence.sparks-repeated': {
    zh: '每段燃弧均不足 3 秒，但反复出现',
    en: 'Each arc burned for less than 3 s, but they came again and again',
  },
  'violation.evidence.arcs': {
    zh: '共 {count} 段燃弧，最长 {seconds} 秒',
    en: '{count} arcs, the longest of {seconds} s',
  },
  'violation.evidence.heardAt': { zh: '最后一次收到数据：{time}', en: 'Last heard at {time}' },
  'violation.evidence.heardAgainAt': { zh: '恢复数据：{time}', en: 'Heard again at {time}' },
  'violation.evidence.silentMinutes': {
    zh: '失联 {value} 分钟，期间的数据没有补传，这段时间设备做了什么无法查证',
    en: 'Silent for {value} min; what the chip kept of that time never came in, so nobody can tell what the machine did',
  },
  'violation.evidence.cardNumber': { zh: '证件号码：{value}', en: 'Number of the card: {value}' },
  'violation.evidence.markedAt': { zh: '认定为伪造的时间：{time}', en: 'Found to be forged at {time}' },
  'violation.evidence.jobs': { zh: '持此证期间的作业：{value} 次', en: 'Jobs done while it was held: {value}' },
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
  'violation.evidence.hoursBefore': { zh: '此前一段时间燃弧：{value} 小时', en: 'Arc time before: {value} h' },
  'violation.evidence.hoursRecent': { zh: '最近燃弧：{value} 小时', en: 'Arc time lately: {value} h' },
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
  'violation.evidence.lookup.valid': {
    zh: '官网查询结果：有效（见截图）',
    en: 'The public lookup answered: valid (see the screenshot)',
  },
  'violation.evidence.lookup.expired': {
    zh: '官网查询结果：已过期（见截图）',
    en: 'The public lookup answered: expired (see the screenshot)',
  },
  'violation.evidence.lookup.not-found': {
    zh: '官网查询结果：查无此证（见截图）',
    en: 'The public lookup answered: no such certificate (see the screenshot)',
  },
  'violation.evidence.lookup.name-differs': {
    zh: '官网查询结果：证号有记录，姓名不符（见截图）',
    en: 'The public lookup answered: the number belongs to another name (see the screenshot)',
  },
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
  'violation.evidence.reason.forged': {
    zh: '操作证是伪造的，自始无效',
    en: 'The certificate is forged and was never valid',
  },
  'violation.evidence.reason.card-forged': {
    zh: '监管人员核实该操作证系伪造',
    en: 'An official found the certificate to be forged',
  },
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
  'violation.evidence.reason.permit-without-arcs': {
    zh: '作业票已开工、完工并关闭，票上设备的芯片却没有记录到燃弧；可能用了别的设备，请核实',
    en: 'The permit was begun, finished and closed, but no chip of its machines saw an arc; another machine may have been used. Find out',
  },
  'violation.evidence.reason.arc-hours-fell': {
    zh: '这台设备的燃弧时间比以往大幅下降，而单位仍在办票作业；可能绕过了芯片，请核实',
    en: 'This machine burns far less than it did while its enterprise goes on under permits; its arc may bypass the chip. Find out',
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
  'violation.evidence.signers': { zh: '在这台设备上办理的人：{value}', en: 'Who acted at this device: {value}' },
  'violation.evidence.places': { zh: '近期确认过的地点：{value} 处', en: 'Places confirmed lately: {value}' },
  'violation.evidence.reason.one-device': {
    zh: '同一张动火票上的不同人员用了同一台设备，请核实是否本人办理',
    en: 'Different people of one permit used one device: check that each acted for themselves',
  },
  'violation.evidence.reason.occupier-often': {
    zh: '同一个手机号近期在多处以现场管理人身份确认，请到现场核实',
    en: 'One phone has lately confirmed as the occupier of several places: look on the spot',
  },
  'violation.evidence.reason.photo-unanswered': {
    zh: '作业中要求再拍一张焊工照片，到时没有拍',
    en: 'The job was asked for a photo of the welder, and none came in time',
  },
  'violation.evidence.photo.signboard': {
    zh: '复核人认为公示牌照片不属实',
    en: 'The photo of the signboard was doubted',
  },
  'violation.evidence.photo.starter': {
    zh: '复核人认为代扫照片上不是焊工本人',
    en: 'The photo shows another than the welder who was started for',
  },
  'violation.evidence.photo.welder': {
    zh: '复核人认为开工照片上不是焊工本人',
    en: 'The photo at the start shows another than the welder',
  },
  'violation.evidence.photo.both': {
    zh: '复核人认为照片上不是焊工本人，或公示牌不属实',
    en: 'The photo shows another than the welder, or another signboard',
  },
  'violation.evidence.photo.again': {
    zh: '复核人认为作业中照片上不是焊工本人',
    en: 'The photo taken during work shows another than the welder',
  },
  'violation.evidence.reason.countersign-overdue': {
    zh: '紧急动火没有在规定时间内补齐签字',
    en: 'The signatures of an urgent permit were not added in time',
  },
};

export const evidenceTexts: Texts = { ...EVIDENCE, ...REASONS, ...suspicionTexts };
