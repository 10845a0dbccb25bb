import { gridWords } from '@domain/regions/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: { region: { all: 'Whole region', choose: 'Choose a region', one: 'Region' } },
  gridOf: { title: 'Grid', nobody: 'No grid worker yet', by: gridWords.by },
};

export default texts;
