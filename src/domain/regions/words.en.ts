import type { GridWords } from './words.zh';

export const gridWords: GridWords = {
  duty: { leader: 'Grid leader', worker: 'Grid worker', 'stand-in': 'Stand-in' },
  by: { boundary: 'by the boundary', village: 'by the village', town: 'by the town' },
};
