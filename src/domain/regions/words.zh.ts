import type { GridDuty } from './grid';
import type { FoundBy } from './responsible';

/** What people read of grids. */
export interface GridWords {
  readonly duty: Readonly<Record<GridDuty, string>>;
  readonly by: Readonly<Record<FoundBy, string>>;
}

export const gridWords: GridWords = {
  duty: { leader: '网格长', worker: '网格员', 'stand-in': '替班' },
  by: { boundary: '按网格边界', village: '按所在村（社区）', town: '按所在乡镇（街道）' },
};
