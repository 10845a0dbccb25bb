import type { Texts } from '../../platform/i18n/texts';

export const rulesTexts: Texts = {
  'rule.unknown-key': {
    zh: '没有这条规则，请从规则列表中选择。',
    en: 'There is no such rule. Choose one from the list of rules.',
  },
  'rule.value-invalid': {
    zh: '规则内容有误，请按各项提示修改。',
    en: 'The rule’s value is not right. Mend each place as told.',
  },
  'rule.not-ahead': {
    zh: '生效时间至少要比现在晚 1 分钟：规则只能提前设定，不能改动过去。',
    en: 'It must begin at least one minute from now: rules are set ahead, the past is never edited.',
  },
  'rule.dates-reversed': {
    zh: '失效时间应晚于生效时间。',
    en: 'It must end after it begins.',
  },
  'rule.overlaps': {
    zh: '这条规则已有自 {from} 起的计划版本。请先撤回它，或让新版本在它之前结束。',
    en: 'A version of this rule is already planned from {from}. Withdraw it first, or let the new one end before it.',
  },
  'rule.leaves-gap': {
    zh: '到期之后没有其他版本接替，平台将无规则可依。请不填失效时间，或先设定接替的版本。',
    en: 'Nothing would hold after it ends. Leave the end open, or plan the version that follows first.',
  },
  'rule.level-unknown': {
    zh: '这一类作业没有这个等级；填写等级时必须同时选择作业类别。',
    en: 'The regime has no such level. A level needs its regime.',
  },
  'rule.does-not-vary': {
    zh: '这条规则不按此项区分，请留空。',
    en: 'This rule does not vary by that. Leave it empty.',
  },
  'rule.version-not-found': {
    zh: '没有这个规则版本，可能已被撤回。请刷新列表。',
    en: 'There is no such version; it may have been withdrawn. Reload the list.',
  },
  'rule.already-begun': {
    zh: '这个版本已经生效，不能撤回。如需更改，请提前设定新的版本。',
    en: 'This version has begun and cannot be withdrawn. To change it, plan a new version ahead.',
  },
  'rule.outside-region': {
    zh: '这个地区不在您的管辖范围内，请选择本辖区内的地区。',
    en: 'That region is not under your charge. Choose one within yours.',
  },
  'rule.looser': {
    zh: '比现行规定宽松：本地区只能定得更严，不能放宽。现行为{heldZh}（{source}），请改得更严，或联系平台管理员。',
    en: 'That is looser than what holds: a region may only be stricter. {heldEn} holds now ({source}). Make it stricter, or ask the administrator.',
  },
  'rule.admin-only': {
    zh: '这条规则没有“更严”与“更宽”之分，只能由平台管理员设定。请联系平台管理员。',
    en: 'No value of this rule is stricter than another, so only the administrator sets it. Ask the administrator.',
  },
  'rule.set-above': {
    zh: '这个版本由上级或平台管理员设定，本地区不能改动。请联系上级或平台管理员。',
    en: 'This version was set above your region and is not yours to change. Ask whoever set it.',
  },
  'mode.not-ahead': {
    zh: '生效时间至少要比现在晚 1 分钟。',
    en: 'It must begin at least one minute from now.',
  },
  'mode.overlaps': {
    zh: '本地区这一项已有自 {from} 起的计划。请先撤回它，再重新设定。',
    en: 'A mode is already planned here from {from}. Withdraw it first, then plan anew.',
  },
  'mode.not-found': {
    zh: '没有这项计划，可能已被撤回。请刷新列表。',
    en: 'There is no such plan; it may have been withdrawn. Reload the list.',
  },
  'mode.already-begun': {
    zh: '这项要求已经生效，不能撤回。如需更改，请提前设定新的要求。',
    en: 'This mode has begun and cannot be withdrawn. To change it, plan a new one ahead.',
  },
  'mode.needs-reason': {
    zh: '最近 7 天的 {scans} 次扫码中，有 {refused} 次仅因这项要求会被拒绝，超过规定比例。请先处理预测中列出的问题，或写明必须强制执行的理由。',
    en: 'Of {scans} scans of the last 7 days, {refused} would be refused by this alone: more than the rule allows. Mend what the forecast names, or sign a reason why it must be enforced.',
  },
  'period.in-the-past': {
    zh: '开始时间已过。请填写现在以后的时间，或留空表示立即开始。',
    en: 'It would begin in the past. Give a time from now on, or none to begin at once.',
  },
  'period.dates-reversed': {
    zh: '结束时间应晚于开始时间。',
    en: 'It must end after it begins.',
  },
  'period.too-long': {
    zh: '重点时段最长一年。长期的要求请设为规则。',
    en: 'A special period lasts a year at most. Make a lasting demand a rule.',
  },
  'period.not-found': {
    zh: '没有这个重点时段，可能已被取消。请刷新列表。',
    en: 'There is no such period; it may have been cancelled. Reload the list.',
  },
  'period.already-over': {
    zh: '这个重点时段已经结束。',
    en: 'This period is already over.',
  },
  'calendar.table-invalid': {
    zh: '节假日表有误，没有保存。请按各项提示修改。',
    en: 'The holiday table is not right and was not saved. Mend each place as told.',
  },
  'calendar.no-such-day': { zh: '没有 {day} 这一天', en: 'there is no day {day}' },
  'calendar.other-year': { zh: '{day} 不在这一年', en: '{day} is not in this year' },
  'calendar.day-repeated': { zh: '{day} 重复了', en: '{day} is there twice' },
  'calendar.not-a-weekend': {
    zh: '{day} 不是周末，本来就是工作日，不用填写',
    en: '{day} is no weekend and a working day anyway: leave it out',
  },
  'calendar.day-is-past': {
    zh: '这一年已经开始，只能增加明天及以后的日子，已有的安排不能改动（{day}）',
    en: 'the year has begun: only days from tomorrow on may be added, and what is there stays ({day})',
  },
  'calendar.holiday-missing': {
    zh: '缺少法定节假日 {day}，请按国务院办公厅通知补全',
    en: 'the legal holiday {day} is missing: enter the whole table as published',
  },
  'calendar.spring-festival-missing': {
    zh: '缺少春节假期：{year}年1月21日至2月21日之间至少要有3天法定节假日',
    en: 'spring festival is missing: at least 3 legal holidays between 21 January and 21 February {year}',
  },
  'calendar.day-missing': {
    zh: '这一年已经开始，原有的 {day} 不能去掉',
    en: 'the year has begun: {day} may not be taken out',
  },
};
