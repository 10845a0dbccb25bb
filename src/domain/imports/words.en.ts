import type { ImportWords } from './words.zh';

export const importWords: ImportWords = {
  kind: {
    machines: 'Machines',
    welders: 'Welders',
    certificates: 'Certificate list',
    enterprises: 'Enterprises',
    chips: 'Chips',
  },
  state: { reading: 'Being read', previewed: 'To confirm', applying: 'Being imported', done: 'Done', failed: 'Failed' },
  verdict: { created: 'New', same: 'There already', warned: 'Look at it', refused: 'Stays out' },
};
