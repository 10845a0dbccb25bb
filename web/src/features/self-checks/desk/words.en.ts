import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  selfCheckDesk: {
    figures: 'Self-checks of a year',
    town: 'Town',
    signed: 'Done',
    late: 'Of these late',
    due: 'Due',
    overdue: 'Overdue',
    findings: 'Problems found',
    enterprise: 'Enterprise',
  },
};

export default texts;
