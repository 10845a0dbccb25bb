import type { TipWords } from './words.zh';

export const tipWords: TipWords = {
  kind: {
    uncertified: 'Welding without a certificate',
    'no-permit': 'Hot work without a permit',
    'fire-watch-absent': 'Hot work without a fire watcher',
    'forged-certificate': 'A forged certificate or code',
    'chip-tampered': 'A chip taken out or bypassed',
    'unregistered-machine': 'A machine without registration or code',
    other: 'Another safety problem',
  },
  state: {
    received: 'Received',
    accepted: 'Accepted',
    dispatched: 'Being looked into',
    checked: 'Looked into',
    closed: 'Closed',
    declined: 'Declined',
    merged: 'Handled with another tip',
  },
  command: {
    accept: 'Accept',
    decline: 'Decline',
    merge: 'Merge',
    dispatch: 'Send somebody',
    'hand-back': 'Hand back',
    check: 'Enter what was found',
    answer: 'Answer the reporter',
    close: 'Close',
  },
  outcome: { true: 'True', partly: 'Partly true', not: 'Not true' },
  rewardState: {
    proposed: 'Waiting for approval',
    approved: 'Approved, to be collected',
    refused: 'Not approved',
    paid: 'Paid',
  },
};
