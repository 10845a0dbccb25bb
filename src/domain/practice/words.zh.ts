import type { PracticeBasis, PracticeKind } from './practice';

/** What people read of a welder's practice. */
export interface PracticeWords {
  readonly basis: Readonly<Record<PracticeBasis, string>>;
  readonly kind: Readonly<Record<PracticeKind, string>>;
}

export const practiceWords: PracticeWords = {
  basis: { job: '平台上的作业记录', declared: '本人或单位的说明', registered: '平台登记之日' },
  kind: { elsewhere: '在平台以外作业', retest: '已重新通过实际操作考试' },
};
