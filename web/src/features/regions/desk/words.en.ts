import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: { region: { all: 'Whole region', choose: 'Choose a region', one: 'Region' } },
};

export default texts;
