import type { Texts } from '../../../platform/i18n/texts';

export const gridTexts: Texts = {
  'grid.not-found': {
    zh: '没有这个网格，或不在您的管理范围内。',
    en: 'There is no such grid within your reach.',
  },
  'grid.outside-region': {
    zh: '这个村（社区）不在您的管理范围内。',
    en: 'This village lies outside your region.',
  },
  'grid.name-taken': {
    zh: '这个村（社区）已有同名网格，请换一个名称。',
    en: 'A grid of this village has this name. Choose another.',
  },
  'grid.village-full': {
    zh: '这个村（社区）的网格编号已用完。',
    en: 'This village has no grid number left.',
  },
  'grid.made-meanwhile': {
    zh: '刚刚有人在这个村（社区）新建了网格，请再提交一次。',
    en: 'Somebody made a grid in this village just now. Send it again.',
  },
  'grid.closed': { zh: '这个网格已撤销，不能再修改。', en: 'This grid is closed and cannot be changed.' },
  'grid.still-staffed': {
    zh: '网格里还有人在岗，请先结束任职，再撤销网格。',
    en: 'Somebody still serves in this grid. End their posts first, then close it.',
  },
  'grid.person-unfit': {
    zh: '请选择在用的网格员账号，且其管理范围要包括这个村（社区）。',
    en: 'Choose an active grid worker whose region includes this village.',
  },
  'grid.same-person': {
    zh: '接手人不能是本人，请另选一名网格员。',
    en: 'The successor is somebody else. Choose another grid worker.',
  },
  'grid.post-taken': {
    zh: '这段时间里此人已在本网格任职，或本网格已有网格长。',
    en: 'In this time the person serves here already, or the grid has a leader.',
  },
  'grid.post-in-the-past': { zh: '任职日期不能早于今天。', en: 'A post begins today or later.' },
  'grid.post-ends-before': { zh: '离任日期要晚于任职日期。', en: 'The last day must come after the first.' },
  'grid.post-not-found': { zh: '本网格没有这条任职记录。', en: 'This grid has no such post.' },
  'grid.post-over': { zh: '这段任职已经结束。', en: 'This post is over already.' },
  'grid.outline-one-ring': {
    zh: '网格边界是一圈坐标围成的多边形，中间不能有空洞。',
    en: 'The boundary is a polygon without holes (GeoJSON Polygon, one ring).',
  },
  'grid.outline-point': {
    zh: '边界上的每个点是两个数：[经度, 纬度]。请重新绘制。',
    en: 'Each point of the boundary is two numbers, [longitude, latitude]. Draw it again.',
  },
  'grid.outline-open': {
    zh: '边界至少有三个角，终点要回到起点。请重新绘制。',
    en: 'A boundary has at least three corners and ends where it began. Draw it again.',
  },
  'grid.outline-too-long': { zh: '边界最多 200 个点，请减少。', en: 'A boundary has at most 200 points. Use fewer.' },
  'grid.outline-crossing': {
    zh: '边界线自己交叉了。请沿着边界依次点选各个角。',
    en: 'The boundary crosses itself. Tap the corners one after the other along it.',
  },
  'grid.outline-too-wide': {
    zh: '边界跨度超过 20 公里，请分成几个网格。',
    en: 'The boundary is more than 20 km across. Draw several grids instead.',
  },
  'grid.outline-no-area': {
    zh: '边界没有围住任何地方，请重新绘制。',
    en: 'The boundary encloses nothing. Draw it again.',
  },
};
