import type { RecencyBasis, RecencyKind } from './recency';

/** What people read of a welder's practice. */
export interface RecencyWords {
  readonly basis: Readonly<Record<RecencyBasis, string>>;
  readonly kind: Readonly<Record<RecencyKind, string>>;
}

export const recencyWords: RecencyWords = {
  basis: { job: '平台上的作业记录', declared: '本人或单位的说明', registered: '平台登记之日' },
  kind: { elsewhere: '在平台以外作业', retest: '已重新通过实际操作考试' },
};
