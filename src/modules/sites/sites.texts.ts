import type { Texts } from '../../platform/i18n/texts';

/** Refusals about sites. */
export const siteTexts: Texts = {
  'site.not-found': {
    zh: '没有这个场所，或不在您的管理范围内。',
    en: 'There is no such site within your reach.',
  },
  'site.kind-unknown': {
    zh: '没有“{kind}”这种场所类别，请刷新后重新选择。',
    en: 'There is no kind of place “{kind}”. Reload and choose again.',
  },
  'site.area-missing': {
    zh: '请在地图上画出场所的范围，或填写圆心和半径。',
    en: 'Draw the outline of the site on the map, or give the middle and radius of a circle.',
  },
  'site.area-twice': {
    zh: '轮廓和圆形只能选一种，请去掉其中一种。',
    en: 'Give either an outline or a circle, not both.',
  },
  'site.outline-point': {
    zh: '轮廓的每个点应为 [经度, 纬度] 两个数字，请重新画出范围。',
    en: 'Each point of the outline is two numbers, [longitude, latitude]. Draw the outline again.',
  },
  'site.outline-open': {
    zh: '轮廓至少要有三个角，并且首尾相接，请重新画出范围。',
    en: 'An outline has at least three corners and ends where it began. Draw it again.',
  },
  'site.outline-too-long': {
    zh: '轮廓最多 200 个点，请减少一些点。',
    en: 'An outline has at most 200 points. Use fewer.',
  },
  'site.outline-crossing': {
    zh: '轮廓的边线互相交叉，请沿场所边界依次点选各个角。',
    en: 'The outline crosses itself. Tap the corners one after the other along the boundary.',
  },
  'site.outline-too-wide': {
    zh: '轮廓的跨度超过 20 公里，请分成几个场所登记。',
    en: 'The outline is more than 20 km across. Enter several sites instead.',
  },
  'site.outline-no-area': {
    zh: '轮廓没有围出面积，请重新画出范围。',
    en: 'The outline encloses nothing. Draw it again.',
  },
  'site.hours-empty': {
    zh: '营业开始和结束时间不能相同；全天营业请填 00:00 至 24:00。',
    en: 'Opening hours cannot begin and end at the same time. For a place that never closes write 00:00 to 24:00.',
  },
  'site.phone-malformed': {
    zh: '使用人电话应为 11 位手机号码，用来接收确认码。',
    en: 'The occupier’s phone must be a mobile number of 11 digits: confirmation codes are sent to it.',
  },
  'site.enterprise-missing': {
    zh: '请选择场所所属的企业。',
    en: 'Choose the enterprise that the site belongs to.',
  },
  'site.looser': {
    zh: '场所已由监管人员确认，{whatZh}须由监管人员修改。请联系所在地监管部门的监管员或检查员。',
    en: 'The site was confirmed by an official: only an official may change this ({whatEn}). Ask the regulator or an inspector of its region.',
  },
  'site.official-only': {
    zh: '场所由监管员或检查员确认和撤销，请联系所在地监管部门。',
    en: 'A site is confirmed and withdrawn by a regulator or an inspector. Ask those of its region.',
  },
  'site.nothing-to-confirm': {
    zh: '这个场所已经确认，之后没有改动，不用再确认。',
    en: 'This site is confirmed and was not changed since. There is nothing to confirm.',
  },
  'site.withdrawn': {
    zh: '这个场所已撤销，不能再修改。需要时请重新登记。',
    en: 'This site was withdrawn and cannot be changed. Enter it anew if it is needed.',
  },
};
