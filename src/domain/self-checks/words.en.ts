import type { SelfCheckWords } from './words.zh';

export const selfCheckWords: SelfCheckWords = {
  answer: { yes: 'In order', no: 'Not in order', 'not-applicable': 'Does not apply' },
  state: { due: 'Due', overdue: 'Overdue', signed: 'Done' },
};
