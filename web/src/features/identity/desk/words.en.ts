import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  console: {
    users: {
      seat: 'Signatures',
      waiting: 'To be confirmed',
      waitingOnly: 'Only those to be confirmed',
      confirm: 'Confirm',
      confirmMeans:
        'Compare {name} with the identity card and enter its number. From then on their signature counts. One person has one account.',
      idNumber: 'Identity number',
      idNumberForm: 'Enter the 18 signs of the identity number',
      seatSource: { before: 'Account from before', registered: 'Made by an official', confirmed: 'Confirmed' },
      add: 'New user',
      find: 'Name or user name',
      role: 'Role',
      username: 'User name',
      password: 'Password (8 or more)',
      welder: 'Welder on record',
      open: 'Open the account of {name}',
      title: 'Account: {name}',
      saved: 'Saved',
      disabled: 'Disabled',
      enabled: 'In use',
      temporary: 'Temporary password, not changed yet',
      phoneKept: 'Stays as it is if left empty ({phone})',
      disable: 'Disable account',
      enable: 'Enable account',
      disableMeans: '{name} is signed out at once and cannot sign in again. What they did stays theirs.',
      enableMeans: '{name} can sign in again.',
      reset: 'Reset password',
      resetMeans:
        '{name} is signed out and the old password ends. The platform makes a temporary password and shows it once. After signing in, they must change it first.',
      given: 'Temporary password of {name}',
      givenHow: 'Tell the person face to face or by phone, never in a group chat. It is not shown again.',
      copy: 'Copy',
      copied: 'Copied',
      own: 'Your own roles and where you belong are changed by another administrator.',
    },
  },
};

export default texts;
