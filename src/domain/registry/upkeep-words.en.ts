import type { UpkeepWords } from './upkeep-words.zh';

export const upkeepWords: UpkeepWords = { result: { passed: 'Passed', failed: 'Failed' } };
