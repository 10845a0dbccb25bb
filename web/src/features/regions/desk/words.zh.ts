import { gridWords } from '@domain/regions/words.zh';

/** Words of choosing a region, and of who looks after a place. */
const texts = {
  console: { region: { all: '全部辖区', choose: '选择行政区划', one: '行政区划' } },
  gridOf: { title: '网格', nobody: '尚无网格员', by: gridWords.by },
};

export default texts;
