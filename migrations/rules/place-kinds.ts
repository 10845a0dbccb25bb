import { byPlatform, type SeedRule } from './seed-rule';

/** Kinds of places, of which a permit may name several. */
export const placeKinds: SeedRule = byPlatform('permit.place-kinds', [
  { code: 'small-venue', zh: '九小场所', en: 'Small premises (the “nine small” kinds)' },
  { code: 'mixed-use', zh: '多业态混合经营场所', en: 'Several trades under one roof' },
  { code: 'crowded', zh: '人员密集场所', en: 'Crowded place' },
  { code: 'live-in-business', zh: '多合一场所（住宿与生产经营合用）', en: 'People live where they work or trade' },
  { code: 'sandwich-panel', zh: '彩钢板或可燃保温材料建筑', en: 'Sandwich panels or combustible insulation' },
  {
    code: 'public-entertainment',
    zh: '公共娱乐场所（不得在营业时间动火）',
    en: 'Public entertainment (not while it is open)',
  },
  { code: 'public-assembly', zh: '公众聚集场所（使用期间局部动火）', en: 'Place of public assembly, in use' },
  { code: 'height', zh: '高处（2 米及以上）', en: 'At height (2 m or more)' },
  { code: 'confined-space', zh: '受限空间（罐、井、地下室等）', en: 'Confined space (tank, shaft, basement)' },
]);
