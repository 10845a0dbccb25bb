/** Words of one language each; `{name}` is filled from the finding's params. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface FindingText {
  readonly message: Words;
  /** What to do about it, for whoever stands at the machine. */
  readonly remedy: Words;
  /** Null where the platform's own rule speaks. */
  readonly legalBasis: Words | null;
  /** Other words for another cause of the same code. */
  readonly variants?: Readonly<Record<string, Pick<FindingText, 'message' | 'remedy'>>>;
}

const words = (zh: string, en: string): Words => ({ zh, en });

const SPECIAL_WORK = words(
  '《安全生产法》第三十条；《特种作业人员安全技术培训考核管理规定》第五条',
  'Work Safety Law, art. 30; Order 30 on special-operation workers, art. 5',
);
const HOT_WORK = words('《消防法》第二十一条', 'Fire Protection Law, art. 21');
const ON_SITE_WATCH = words(
  '《安全生产法》第四十三条；《消防法》第二十一条',
  'Work Safety Law, art. 43; Fire Protection Law, art. 21',
);
const PUBLIC_PLACES = words(
  '《机关、团体、企业、事业单位消防安全管理规定》（公安部令第61号）第二十条',
  'Order 61 of the Ministry of Public Security, art. 20',
);
const TRAINING = words('《安全生产法》第二十八条', 'Work Safety Law, art. 28');
const EQUIPMENT = words('《安全生产法》第三十六条', 'Work Safety Law, art. 36');
const CHEMICAL = words('GB 30871-2022《危险化学品企业特殊作业安全规范》', 'GB 30871-2022');
const WIND = words('GB 30871-2022；GB 50720-2011 第6.3.1条', 'GB 30871-2022; GB 50720-2011, 6.3.1');

/** Every finding there is: the table of contents of what can speak against a job. */
export const FINDING_TEXTS = {
  'machine.unregistered': {
    message: words('这个码没有对应的在册焊机。', 'This code belongs to no registered machine.'),
    remedy: words(
      '核对机身上的码；焊机还没登记的，联系网格员或技术员现场登记。',
      'Check the code on the machine. If it is not registered yet, ask a grid worker or technician to register it on site.',
    ),
    legalBasis: null,
  },
  'machine.suspended': {
    message: words('这台焊机已停用或正在维修。', 'This machine is suspended or under repair.'),
    remedy: words(
      '换一台在用的焊机；维修好的，由单位在平台上恢复使用。',
      'Use another machine; once repaired, its enterprise puts it back into service on the platform.',
    ),
    legalBasis: EQUIPMENT,
  },
  'machine.scrapped': {
    message: words('这台焊机已报废，不能再用。', 'This machine has been scrapped and must not be used.'),
    remedy: words(
      '换一台在册焊机；如果报废登记有误，请单位重新登记。',
      'Use a registered machine; if it was scrapped by mistake, its enterprise registers it again.',
    ),
    legalBasis: EQUIPMENT,
  },
  'machine.lost': {
    message: words('这台焊机已挂失。', 'This machine has been reported lost.'),
    remedy: words(
      '先不要使用，联系挂失单位或网格员核实后解除挂失。',
      'Do not use it. Ask the enterprise that reported it, or the grid worker, to check and lift the report.',
    ),
    legalBasis: null,
  },
  'machine.no-chip': {
    message: words('这台电焊机没有可用的监管芯片。', 'This electric machine has no usable control chip.'),
    remedy: words(
      '请单位预约技术员装芯片；先换一台装了芯片的焊机作业。',
      'Have the enterprise book a technician to fit a chip; meanwhile use a machine that has one.',
    ),
    legalBasis: null,
  },
  'machine.inspection-overdue': {
    message: words('这台焊机的安全检查已于 {dueOn} 到期。', 'The safety check of this machine was due on {dueOn}.'),
    remedy: words(
      '请单位安排检查，并把结果登记到平台。',
      'Have the enterprise check the machine and record the result on the platform.',
    ),
    legalBasis: EQUIPMENT,
    variants: {
      soon: {
        message: words(
          '这台焊机的安全检查 {dueOn} 到期，还有 {days} 天。',
          'The safety check of this machine is due on {dueOn}, in {days} days.',
        ),
        remedy: words(
          '可以作业；请单位在到期前安排检查。',
          'Work may go on; the enterprise should have it checked in time.',
        ),
      },
      unknown: {
        message: words('这台焊机没有安全检查记录。', 'No safety check of this machine is on record.'),
        remedy: words('请单位补登检查日期。', 'Have the enterprise record when it was checked.'),
      },
    },
  },
  'machine.in-use': {
    message: words(
      '这台焊机（{outlet} 号接口）正被另一个作业占用。',
      'Outlet {outlet} of this machine is held by another job.',
    ),
    remedy: words(
      '等对方结束作业，或由对方在页面上点“交接”；也可以换一台焊机。',
      'Wait until that job ends, have its welder hand over, or use another machine.',
    ),
    legalBasis: null,
  },
  'chip.tampered': {
    message: words('这台焊机的芯片有防拆报警，还没处理。', 'The tamper alarm of this machine’s chip is still open.'),
    remedy: words(
      '联系技术员到现场检查，恢复后报警自动解除。',
      'Ask a technician to check it on site; the alarm closes once it is put right.',
    ),
    legalBasis: null,
  },
  'chip.offline': {
    message: words(
      '这台焊机的芯片已超过 {seconds} 秒没有联网。',
      'This machine’s chip has not been heard of for more than {seconds} seconds.',
    ),
    remedy: words(
      '接通电源等一分钟再扫；现场没有信号的，点“离线开机码”。',
      'Switch the mains on, wait a minute and scan again; without signal on site use the one-time code.',
    ),
    legalBasis: null,
  },
  'welder.unregistered': {
    message: words('平台上查不到这名焊工。', 'This welder is not registered on the platform.'),
    remedy: words(
      '带身份证和操作证，请网格员或单位登记，三分钟办好。',
      'Register with identity card and certificate at the enterprise or grid worker; it takes three minutes.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'welder.suspended': {
    message: words('这名焊工目前被暂停作业。', 'This welder is suspended at present.'),
    remedy: words(
      '向监管部门了解原因，整改后申请恢复。',
      'Ask the authority for the reason and apply for reinstatement once it is put right.',
    ),
    legalBasis: null,
  },
  'welder.busy': {
    message: words('这名焊工还有一个作业没有结束。', 'This welder has another job that is still open.'),
    remedy: words(
      '先在“我的作业”里结束上一个作业，再扫这台焊机。',
      'Finish the other job first, then scan this machine.',
    ),
    legalBasis: null,
  },
  'welder.identity-unconfirmed': {
    message: words('还没有确认是本人在操作。', 'It is not confirmed who is at the machine.'),
    remedy: words('现场拍一张本人照片后再试。', 'Take a live photo of the welder and try again.'),
    legalBasis: null,
  },
  'welder.training-overdue': {
    message: words('全员培训已于 {dueOn} 到期。', 'The mandatory training ran out on {dueOn}.'),
    remedy: words(
      '在手机上完成培训和测试，或参加最近一场培训。',
      'Complete the training and quiz on the phone, or attend the next session.',
    ),
    legalBasis: TRAINING,
    variants: {
      unknown: {
        message: words('没有这名焊工参加全员培训的记录。', 'No mandatory training of this welder is on record.'),
        remedy: words(
          '在手机上完成培训和测试，或参加最近一场培训。',
          'Complete the training and quiz on the phone, or attend the next session.',
        ),
      },
    },
  },
  'certificate.missing': {
    message: words('没有登记特种作业操作证。', 'No special-operation certificate is registered.'),
    remedy: words(
      '有证的，拍照登记后请监管人员核验；没有证的，不能动焊，请先培训考证。',
      'If you hold one, register it and have it verified. Without one you must not weld: take the course and examination first.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.expired': {
    message: words(
      '操作证不在有效期内（{from} 至 {to}）。',
      'The certificate is not within its validity ({from} to {to}).',
    ),
    remedy: words(
      '已换新证的，请登记新证；没换的，先到考试点办理。',
      'If it was renewed, register the new one; otherwise renew it first.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.revoked': {
    message: words('操作证已被吊销或撤销。', 'The certificate has been revoked.'),
    remedy: words(
      '不能作业；如有异议，向发证机关查询。',
      'You must not work; ask the issuing authority if you disagree.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.unverified': {
    message: words('操作证已登记，还没有核验。', 'The certificate is registered but not verified yet.'),
    remedy: words(
      '请单位或网格员提醒监管人员核验，核验通过就能开机。',
      'Ask the enterprise or grid worker to have it verified; then you can start.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.forged': {
    message: words('操作证经核查是假证。', 'The certificate was found to be forged.'),
    remedy: words(
      '不能作业；线索已依法移交，请到正规考试点培训考证。',
      'You must not work. The matter is handed over as the law demands; take the examination at an official centre.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.operation-mismatch': {
    message: words(
      '操作证的准操项目不包含这台焊机的工艺（{process}）。',
      'The certificate’s operations do not cover this machine’s process ({process}).',
    ),
    remedy: words(
      '换准操项目相符的焊工，或增考该项目后登记。',
      'Let a welder with the right operation do it, or add the operation by examination.',
    ),
    legalBasis: SPECIAL_WORK,
  },
  'certificate.review-overdue': {
    message: words(
      '操作证应于 {dueOn} 前复审，逾期未复审已失效。',
      'The certificate was to be reviewed by {dueOn} and has lapsed.',
    ),
    remedy: words('到考试点重新办理后登记新证。', 'Renew it at an examination centre and register the new one.'),
    legalBasis: SPECIAL_WORK,
  },
  'permit.missing': {
    message: words(
      '这里没有写明您的动火票，也不在固定动火区内。',
      'No hot-work permit here names you, and this is no designated area.',
    ),
    remedy: words(
      '先办动火票；小店维修等零星作业可在手机上做“小型作业申报”，三分钟办好。',
      'Get a hot-work permit first; for small jobs make a declaration on the phone, it takes three minutes.',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.not-issued': {
    message: words('动火票还没有签发。', 'The hot-work permit has not been issued.'),
    remedy: words('请申请人提交，并催审批人签发。', 'Have the applicant submit it and the approvers sign it.'),
    legalBasis: HOT_WORK,
  },
  'permit.not-yet-valid': {
    message: words('动火票 {start} 起才有效。', 'The hot-work permit is valid only from {start}.'),
    remedy: words(
      '到时间再开机；需要提前的，重新办票。',
      'Start when it is time; for an earlier start get a new permit.',
    ),
    legalBasis: HOT_WORK,
    variants: {
      'not-started': {
        message: words(
          '动火票已签发，现场还没有确认开始作业。',
          'The hot-work permit is issued, but work has not been started on site.',
        ),
        remedy: words(
          '请监护人到岗、确认安全措施后，在动火票上点“开始作业”。',
          'Have the fire watcher sign on, confirm the measures and press “Start work” on the permit.',
        ),
      },
    },
  },
  'permit.expired': {
    message: words('动火票已于 {end} 到期。', 'The hot-work permit ended at {end}.'),
    remedy: words(
      '停止作业；还要继续的，重新办票（可复制上一张）。',
      'Stop; to go on, get a new permit (the last one can be copied).',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.suspended': {
    message: words('动火票已暂停。', 'The hot-work permit is suspended.'),
    remedy: words(
      '消除暂停原因后，请监护人或申请人恢复。',
      'Put right what it was suspended for, then have it resumed.',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.closed': {
    message: words('动火票已结束。', 'The hot-work permit is closed.'),
    remedy: words('重新办票（可复制上一张）。', 'Get a new permit (the last one can be copied).'),
    legalBasis: HOT_WORK,
  },
  'permit.welder-not-named': {
    message: words('动火票上没有这名焊工。', 'The hot-work permit does not name this welder.'),
    remedy: words(
      '请申请人在动火票上补充焊工并会签，或由票上的焊工作业。',
      'Have the applicant add the welder by a countersigned amendment, or let a named welder work.',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.machine-not-named': {
    message: words('动火票上没有这台焊机。', 'The hot-work permit does not cover this machine.'),
    remedy: words(
      '请申请人在动火票上补充焊机并会签，或换票上的焊机。',
      'Have the applicant add the machine by a countersigned amendment, or use a named one.',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.gas-test-missing': {
    message: words('还没有动火分析（气体检测）结果。', 'There is no gas test result yet.'),
    remedy: words(
      '请检测人员取样分析，并在动火票上登记。',
      'Have the gas tested and the result recorded on the permit.',
    ),
    legalBasis: CHEMICAL,
  },
  'permit.gas-test-stale': {
    message: words('动火分析已超过有效时间（取样时间 {sampled}）。', 'The gas test is too old (sampled at {sampled}).'),
    remedy: words('重新取样分析，合格后再开机。', 'Sample again and start once it passes.'),
    legalBasis: CHEMICAL,
  },
  'permit.gas-test-failed': {
    message: words('动火分析不合格（取样时间 {sampled}）。', 'The gas test failed (sampled at {sampled}).'),
    remedy: words(
      '撤离并通风置换，重新取样合格后再开机。',
      'Leave, purge and ventilate; start only after a new test passes.',
    ),
    legalBasis: CHEMICAL,
  },
  'permit.fire-watch-absent': {
    message: words('监护人不在岗。', 'The fire watcher is not on duty.'),
    remedy: words(
      '请监护人到现场扫动火票码签到。',
      'Have the fire watcher sign on at the place by scanning the permit’s code.',
    ),
    legalBasis: ON_SITE_WATCH,
  },
  'permit.measures-unconfirmed': {
    message: words('还有 {open} 项安全措施没有确认。', '{open} safety measures are not confirmed yet.'),
    remedy: words(
      '请监护人或安全员在现场逐项确认。',
      'Have the fire watcher or safety officer confirm each of them on site.',
    ),
    legalBasis: HOT_WORK,
  },
  'permit.level-too-low': {
    message: words(
      '当前时段要求升级管理，动火票级别不够。',
      'At this time the work needs a stricter permit level than the permit has.',
    ),
    remedy: words(
      '节假日、夜间或重点时段须按高一级重新办票，或改在平时作业。',
      'Get a permit one level stricter, or do the work outside holidays, nights and special periods.',
    ),
    legalBasis: CHEMICAL,
  },
  'place.outside-site': {
    message: words(
      '您离动火地点 {distance} 米，超出 {radius} 米的范围。',
      'You are {distance} m from the place of work; the limit is {radius} m.',
    ),
    remedy: words(
      '到动火票写明的地点再扫码；定位不准的，到室外重新定位。',
      'Scan at the place named on the permit; if the position is wrong, locate again in the open.',
    ),
    legalBasis: HOT_WORK,
    variants: {
      doubtful: {
        message: words(
          '定位误差约 {accuracy} 米，不能确认您在动火地点。',
          'The position is only accurate to about {accuracy} m; it is not certain that you are at the place of work.',
        ),
        remedy: words('请扫一下现场的动火票公示牌并拍照。', 'Scan the permit’s signboard on site and take a photo.'),
      },
      unknown: {
        message: words('没有取得定位。', 'Your position is not known.'),
        remedy: words(
          '打开手机定位；没有信号的，请扫一下现场的动火票公示牌并拍照。',
          'Switch positioning on; without signal, scan the permit’s signboard on site and take a photo.',
        ),
      },
    },
  },
  'place.closed-hours-only': {
    message: words(
      '这里营业期间（{from} 至 {to}）禁止动火。',
      'Hot work is forbidden here during business hours ({from} to {to}).',
    ),
    remedy: words('改在停止营业后作业。', 'Do the work after closing time.'),
    legalBasis: PUBLIC_PLACES,
  },
  'weather.wind': {
    message: words(
      '现场风力 {grade} 级，露天动火不得达到 {limit} 级。',
      'The wind is force {grade}; in the open air hot work must stop at {limit}.',
    ),
    remedy: words(
      '等风小后再作业，或按规定升级管理、设置挡风措施。',
      'Wait until the wind drops, or raise the level or set up windbreaks as the rules allow.',
    ),
    legalBasis: WIND,
    variants: {
      guarded: {
        message: words(
          '现场风力 {grade} 级，已升级管理或设置挡风措施。',
          'The wind is force {grade}; the level was raised or windbreaks are set up.',
        ),
        remedy: words('加强监护，风力再大立即停止。', 'Watch closely and stop at once if the wind grows.'),
      },
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;

export type FindingCode = keyof typeof FINDING_TEXTS;
export const FINDING_CODES = Object.keys(FINDING_TEXTS) as FindingCode[];
