import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  login: {
    byPassword: 'Password',
    byCode: 'Text message code',
    about: 'Why a sticker on the machine? What is stored?',
    name: 'User name or phone',
    password: 'Password',
    sendCode: 'Send code',
    codeSent: 'Sent; again in {n} s',
    enter: 'Sign in',
    entering: 'Signing in…',
    fillName: 'Enter your user name or phone',
    fillPassword: 'Enter your password',
    fillCode: 'Enter the code from the text message',
    noAccount: 'No account yet',
    report: 'Report a danger (no account)',
    register: 'Register as a welder or enterprise',
    invited: 'I was invited',
    invitedHow:
      'Open the link in the text message and accept with the phone that received it. It works for 7 days; if it is lost, ask for another.',
    messages: 'Messages of the demo',
  },
  account: {
    title: 'Change password',
    temporary: 'You signed in with a temporary password. Change it to one of your own before you go on.',
    current: 'Current password',
    next: 'New password (8 or more)',
    again: 'New password again',
    different: 'The two new passwords differ',
    short: 'A new password has at least 8 signs',
    fillCurrent: 'Enter the current password',
    save: 'Save new password',
    means: 'You will be signed out on your other devices.',
  },
};

export default texts;
