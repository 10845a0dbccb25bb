import type { Texts } from '../../platform/i18n/texts';

export const inventoryTexts: Texts = {
  'inventory.filter-name-taken': {
    zh: '已经有同名的筛选，请换一个名称，或先删除原来的。',
    en: 'You have a filter of this name. Choose another name, or remove the old one first.',
  },
  'inventory.filters-full': {
    zh: '最多保存 {max} 个筛选，请先删除不用的。',
    en: 'You can keep {max} filters. Remove one that you do not use.',
  },
  'inventory.filter-not-found': { zh: '没有这个筛选，可能已经删除。', en: 'There is no such filter. It may be removed already.' },
}; // prettier-ignore
