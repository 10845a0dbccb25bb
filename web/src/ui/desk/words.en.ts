import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    list: {
      nothing: 'Nothing matches',
      state: 'State',
      typeToFind: 'Type a name',
      reload: 'Refresh',
      act: 'What to do',
    },
    here: 'My position',
    radius: 'Radius (m)',
    radiusReason: 'Why it is wider than usual',
    radiusReasonHint: 'For example: work along the whole pipe rack',
  },
};

export default texts;
