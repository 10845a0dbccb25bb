import type { ArcWords } from './words.zh';

export const arcWords: ArcWords = {
  verdict: {
    'on-platform': 'Work on the platform',
    paper: 'Work on numbered paper',
    test: 'Test arc of a fitting',
    certified: 'Work with a certificate',
    permitted: 'Work with a permit',
    'not-judged': 'Not judged apart',
  },
};
