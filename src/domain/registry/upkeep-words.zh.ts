import type { CheckResult } from './machine-upkeep';

/** What people read of a machine's checks and repairs. */
export interface UpkeepWords {
  readonly result: Readonly<Record<CheckResult, string>>;
}

export const upkeepWords: UpkeepWords = { result: { passed: '合格', failed: '不合格' } };
