import type { TargetWords } from './target-words.zh';

export const targetWords: TargetWords = {
  kind: {
    'machines-registered': 'Machines registered',
    'chips-fitted': 'Chips fitted',
    'welders-registered': 'Welders registered',
    'certificates-verified': 'Certificates verified and valid',
    'training-passed': 'Training passed and valid',
  },
  state: { reached: 'Reached', 'on-time': 'On time', behind: 'Behind', missed: 'Missed' },
};
