import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    violations: {
      grade: 'Grade',
      kind: 'Kind',
      source: 'Source',
      found: 'Found',
      due: 'Due',
      none: 'No violations',
      times: 'Times',
      description: 'Description',
      basis: 'Legal basis',
      evidence: 'Evidence',
      escalated: 'Escalated',
      level: { grid: 'Grid', town: 'Town', county: 'County' },
      photos: 'Photos',
    },
  },
};

export default texts;
