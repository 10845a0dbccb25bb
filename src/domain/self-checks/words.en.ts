import type { SelfCheckWords } from './words.zh';

export const selfCheckWords: SelfCheckWords = {
  answer: { yes: 'In order', no: 'Not in order', 'not-applicable': 'Does not apply' },
  state: { due: 'Due', overdue: 'Overdue', signed: 'Done' },
  reportState: { open: 'Waits for an answer', answered: 'Answered' },
  outcome: { true: 'True', partly: 'Partly true', not: 'Not true' },
  drillKind: { evacuation: 'Evacuation', fire: 'Fire fighting', rescue: 'First aid', 'gas-leak': 'Gas leak' },
};
