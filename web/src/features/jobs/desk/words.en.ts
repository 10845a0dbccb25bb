import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    jobs: {
      none: 'No jobs',
      start: 'Asked',
      order: 'Order',
      stop: 'Stop',
      confirmStop: 'Confirm the stop',
      liftStop: 'Lift it',
      standing: {
        provisional: 'Waits for the regulator',
        confirmed: 'Stop confirmed',
        lifted: 'Stop lifted',
        lapsed: 'Not confirmed in time, lapsed',
      },
      stopTitle: 'Stop the job',
      stopHow: 'Power goes off at once; welder and enterprise see the reason.',
    },
  },
};

export default texts;
