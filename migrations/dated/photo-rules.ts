import type { DatedRule } from './dated-rules';

/** Holds from the first day on; a job is asked by the rules of the moment at which it began. */
const FIRST_DAY = '2000-01-01T00:00:00+08:00';

const byPlatform = (id: string, key: string, value: unknown, source: string): DatedRule => ({
  id,
  key,
  validFrom: FIRST_DAY,
  value,
  source,
  certainty: 'default',
});

/** That whoever began the work still does it, and that two seats of one permit are two people. */
export const photoRules: readonly DatedRule[] = [
  byPlatform(
    'dated-photo-again',
    'job.photo-again',
    { share: 0.1, afterMinutes: { from: 15, to: 60 }, answerMinutes: 10 },
    '平台默认（开工后抽取一成作业再拍一张照片，只在人员核验已开启的地区抽取）',
  ),
];
