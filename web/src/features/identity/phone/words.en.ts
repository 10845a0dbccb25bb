import type { Shape } from '@/i18n/shape';
import type zh from './words.zh';

const texts: Shape<typeof zh> = {
  join: {
    title: 'Accept an invitation',
    invites: 'You are invited to the welding platform',
    by: '{name} invites you',
    roles: 'As',
    phone: 'Invited phone',
    until: 'Open until',
    closed: {
      used: 'This invitation was accepted already',
      withdrawn: 'This invitation was withdrawn',
      expired: 'This invitation has run out',
    },
    closedHow: 'To join, ask whoever invited you for a new one.',
    signIn: 'Sign in',
    haveAccount: 'This phone has an account? Sign in first',
    asYou: 'You are signed in as {name}. The new role is added to this account.',
    acceptAsYou: 'Accept with this account',
    sendCode: 'Send a code',
    sent: 'A code was sent to {phone}',
    again: 'Again in {n} s',
    code: 'Code of the text message',
    name: 'Name',
    username: 'User name for signing in',
    usernameHint: 'Two signs or more: letters or digits',
    password: 'Your password (8 or more)',
    idNumber: 'Identity number',
    idNumberWhy:
      'Whoever supervises or signs for an enterprise is known by name: one person, one account. Signatures of an enterprise count once an official has seen the card.',
    accept: 'Accept and enter',
    accepting: 'Joining…',
    fill: 'Fill this in',
    fillCode: 'Enter the code of 6 digits',
    fillPassword: 'A password has at least 8 signs',
    fillIdNumber: 'Enter the identity number of 18 signs',
    done: 'You have joined',
    doneWaits: 'You have joined. Show your identity card to an official: your signatures count from then on.',
    enter: 'Enter',
  },
  messages: {
    title: 'Text messages (demo)',
    how: 'The demo sends no texts: what would be sent stands here. An installation has no such page.',
    none: 'No texts yet. Ask for a code or send an invitation.',
    reload: 'Reload',
  },
};

export default texts;
