import type { Regime } from './permit';

/** Levels that have a name of their own. Rule `permit.levels` says which hold, and in which order; it may name others. */
export const LEVELS = {
  small: ['raised', 'one'],
  general: ['raised', 'ordinary'],
  construction: ['first', 'second', 'third'],
  chemical: ['special', 'first', 'second'],
} as const satisfies Readonly<Record<Regime, readonly string[]>>;

export type LevelOf<R extends Regime> = (typeof LEVELS)[R][number];
