import type { Texts } from '../../platform/i18n/texts';

/** Refusals of lists, the calendar and declared activities. */
export const permitViewTexts: Texts = {
  'permit.calendar-range': {
    zh: '日期范围不对：结束日期不能早于开始日期，一次最多查看 {days} 天。',
    en: 'The range is wrong: the last day must not lie before the first, and at most {days} days are shown at once.',
  },
  'permit.conflict-times': {
    zh: '结束时间应在开始时间之后，且不超过 31 天。请检查计划时间。',
    en: 'The end must be after the beginning, at most 31 days later. Check the planned time.',
  },
  'activity.not-found': {
    zh: '没有这条申报，或已经撤回，或不在您的管理范围内。',
    en: 'There is no such declaration within your reach, or it was withdrawn.',
  },
  'activity.times-reversed': {
    zh: '结束时间应在开始时间之后。',
    en: 'The end must be after the beginning.',
  },
  'activity.over': {
    zh: '结束时间已过。已经结束的活动不用申报。',
    en: 'The end lies in the past. What is over need not be declared.',
  },
  'activity.too-long': {
    zh: '一次最多申报一年，到期后请重新申报。',
    en: 'At most one year can be declared at once. Declare it again when it ends.',
  },
  'activity.daily-hours': {
    zh: '每日时段要同时填写开始和结束，且两者不能相同；全天进行的请都不填。',
    en: 'Give both the beginning and the end of the daily hours, and not the same; leave both out for the whole day.',
  },
};
