import { type FindingText, words } from './finding-text';
import { CHEMICAL, HOT_WORK, ON_SITE_WATCH } from './legal-bases';

/** What can speak against a permit. */
export const PERMIT_FINDINGS = {
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
    variants: {
      original: {
        message: words(
          '监管部门已叫停本票所延续的作业。',
          'The authority stopped the work that this hot-work permit extends.',
        ),
        remedy: words(
          '只有监管部门能恢复作业，请联系监管人员。',
          'Only the authority lets the work go on; ask the regulator.',
        ),
      },
    },
  },
  'permit.place-now-stricter': {
    message: words(
      '申报之后，这里被确认为场所，须办“{regimeZh}”票，不能再按小型作业开工。',
      'After the declaration this place was confirmed as a site that needs the permit “{regimeEn}”; it is no longer begun as a small job.',
    ),
    remedy: words('请场所所属单位重新办票。', 'Have the enterprise of the site ask for that permit.'),
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
} as const satisfies Readonly<Record<string, FindingText>>;
