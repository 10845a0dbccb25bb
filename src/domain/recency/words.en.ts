import type { RecencyWords } from './words.zh';

export const recencyWords: RecencyWords = {
  basis: { job: 'A job on the platform', declared: 'A statement', registered: 'The day of registration' },
  kind: { elsewhere: 'Worked where the platform does not see it', retest: 'Passed the practical test again' },
};
