import type { Texts } from '../../platform/i18n/texts';

export const regionTexts: Texts = {
  'region.not-found': { zh: '没有行政区划代码 {code}，请核对。', en: 'There is no region {code}. Check the code.' },
  'place.impossible': {
    zh: '这不是真实的地点，请在现场定位，或在地图上点选。',
    en: 'There is no such place. Locate it on site, or pick it on the map.',
  },
  'place.beyond-region': {
    zh: '这个地点在所属地区之外 {kilometres} 公里，请核对地点或所属地区。',
    en: 'This place lies {kilometres} km outside its region. Check the place, or whose region it is.',
  },
  'place.radius-too-wide': {
    zh: '半径最大 {max} 米；确需更大的，请监管部门填写并说明理由。',
    en: 'The radius is {max} m at most. Where more is needed, an official enters it with the reason.',
  },
  'place.radius-reason-missing': {
    zh: '半径超过 {max} 米，请说明理由。',
    en: 'A radius over {max} m needs a reason.',
  },
  'region.unknown': {
    zh: '没有这个行政区划代码，请从列表中选择。',
    en: 'There is no such region. Choose one from the list.',
  },
};
