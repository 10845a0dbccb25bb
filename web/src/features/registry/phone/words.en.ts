import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  phone: {
    areas: {
      title: 'Boards of fixed places',
      intro: 'Vouch for a board on the spot. From then on a scan of it proves the place.',
      none: 'There is no fixed place of work yet',
      bound: 'Board vouched for on site',
      unbound: 'Board not vouched for yet',
      boundSince: 'Vouched for on {time}. If the board was replaced, vouch for the new one.',
      how: 'Stand inside the fixed place and scan the board that hangs there. An exact position is needed.',
      locate: 'Locate again',
      noPosition: 'No position. Step into the open and locate again.',
      inexact: 'The position is off by about {n} m. Step into the open and locate again.',
      scan: 'Scan the board',
      code: 'Code on the board',
      bind: 'The board hangs here',
      done: 'The board is vouched for',
      back: 'Back to the fixed places',
      gone: 'There is no such fixed place, or you may not see it.',
    },
  },
  pin: {
    title: 'My PIN',
    how: 'Enter the 6-digit PIN when you start a machine: it confirms that it is you. Without one, take a photo of yourself each time.',
    secret: 'Tell it to nobody, and do not use the PIN of your phone or bank card.',
    none: 'You have not set a PIN.',
    setAt: 'Set {time}. A new PIN replaces the old one.',
    pin: 'New PIN',
    pinHint: 'Six digits; none from your birthday, identity number or phone',
    again: 'Once more',
    differ: 'The two are not the same',
    malformed: 'Enter six digits',
    prove: 'Confirm that it is you who sets it',
    byPassword: 'With my password',
    byCode: 'With a code by text message',
    password: 'Password',
    phone: 'Phone you sign in with',
    code: 'Code',
    sendCode: 'Send a code',
    sent: 'The code is sent; another one in {n} s',
    save: 'Save the PIN',
    saved: 'The PIN is set. Enter it from now on when you scan to start.',
  },
};

export default texts;
