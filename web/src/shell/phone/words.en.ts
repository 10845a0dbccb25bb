import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    notices: 'Notices',
    home: 'Home',
    paper: 'Enter a paper permit',
    employers: 'My employers',
    standing: 'My standing',
    handovers: 'Machines sold, rented out or lent',
    pin: 'My PIN',
    ownData: 'My personal data',
    password: 'Change my password',
    secondFactor: 'Two-step verification',
    sessions: 'Signed-in devices',
    factorFrom: 'From {day} on, signing in takes two-step verification. Setting it up takes a few minutes.',
    factorNow: 'Set it up now',
    waiting: {
      count: '{n} to be sent',
      noNetwork: 'No network',
      signOut: '{n} item(s) are not sent yet. They stay on this phone and go when you sign in again.',
    },
  },
};

export default texts;
