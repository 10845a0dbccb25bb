import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    violations: {
      grade: 'Grade',
      kind: 'Kind',
      found: 'Found',
      due: 'Due',
      none: 'No violations',
    },
  },
};

export default texts;
