import type { HelpWords } from './words.zh';

export const helpWords: HelpWords = {
  state: {
    open: 'Waiting for the duty desk',
    taken: 'The duty desk is on it',
    answered: 'The duty desk has answered',
    granted: 'Let pass: scan again',
    mended: 'Put right: scan again',
    closed: 'Closed',
  },
  command: { take: 'Take', answer: 'Answer', grant: 'Let pass', mend: 'Mark as put right', close: 'Close' },
};
