import type { StepWords } from './step-words.zh';

export const stepWords: StepWords = {
  step: {
    assign: 'Assign',
    reassign: 'Give to somebody else',
    rectify: 'Report put right',
    review: 'Review',
    close: 'Sign off',
    reopen: 'Reopen',
    withdraw: 'Withdraw',
    confirm: 'Confirm',
    raise: 'Found',
    escalate: 'Overdue, told further',
    remind: 'Reminded of the date',
    tell: 'Principal told',
    list: 'List publicly',
    supervise: 'Supervise',
    'hand-over': 'Hand to the police',
  },
};
