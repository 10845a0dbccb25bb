import type { JobState } from './job';

/** What people read for the vocabulary of jobs. */
export interface JobWords {
  readonly state: Readonly<Record<JobState, string>>;
}

export const jobWords: JobWords = {
  state: { reserved: '等待通电', running: '作业中', finished: '已结束', stopped: '已叫停', failed: '未能通电' },
};
