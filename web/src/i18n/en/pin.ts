import type { Shape } from '../shape';
import type zh from '../zh/pin';

/** Words of the page on which a welder sets a PIN. */
const texts: Shape<typeof zh> = {
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
