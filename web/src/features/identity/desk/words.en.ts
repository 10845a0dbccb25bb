import { peopleWords } from '@domain/people/words.en';
import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  trade: peopleWords.trade,
  invitationState: peopleWords.invitationState,
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
      resetFactor: 'Reset two-step verification',
      resetFactorMeans:
        '{name} is signed out, and the next sign-in takes the password alone. Make sure first that it is really them who ask.',
      resetFactorReason: 'Give the reason (4 to 200 signs); it goes into the audit trail',
      factorReset: 'Two-step verification was reset.',
      reset: 'Reset password',
      resetMeans:
        '{name} is signed out and the old password ends. The platform makes a temporary password and shows it once. After signing in, they must change it first.',
      given: 'Temporary password of {name}',
      givenHow: 'Tell the person face to face or by phone, never in a group chat. It is not shown again.',
      copy: 'Copy',
      copied: 'Copied',
      own: 'Your own roles and where you belong are changed by another administrator.',
      trades: 'Trades',
      leave: 'Leaves the firm',
      leaveMeans:
        '{name} leaves this enterprise: duties end and sessions close at once. What they did stays under their name.',
      left: 'They have left.',
      leftEmpty: 'They have left. Nobody has these duties now: {roles}',
      leftPermits: '{n} open permits name them as fire watcher: name somebody else.',
    },
    invitations: {
      title: 'Invitations',
      intro:
        'An invitation goes to the person’s phone, works for 7 days and is accepted with a code on that phone; a forwarded link opens nothing.',
      none: 'No invitation yet',
      invite: 'Invite',
      how: 'Only roles that are yours to give. They count once the person accepts; an official sees the card of whoever signs.',
      send: 'Send',
      sent: 'The invitation was sent',
      sentHow: 'You may hand over the link, too. It is shown this once.',
      until: 'Open until',
      resend: 'Send again',
      withdraw: 'Withdraw',
      ownRegion: 'Empty: your own region',
    },
  },
};

export default texts;
