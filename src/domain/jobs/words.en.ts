import type { JobWords } from './words.zh';

export const jobWords: JobWords = {
  state: {
    reserved: 'Waiting for power',
    running: 'Working',
    finished: 'Finished',
    stopped: 'Stopped',
    failed: 'No power',
  },
};
