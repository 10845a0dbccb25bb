import type { Text } from '../../kernel/language';
import type { Shape } from './shape';

/** What a rule may be narrowed to. Only what the code asks it by: a version that nobody asks for would be a trap. */
export const BY_ALL = ['regime', 'level', 'region'] as const;
export type Dimension = (typeof BY_ALL)[number];

export type Unit =
  | 'milliseconds'
  | 'seconds'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'metres'
  | 'kilometres'
  | 'grade'
  | 'intervals'
  | 'messages'
  | 'percent';

export interface RuleKind extends Text {
  readonly unit?: Unit;
  readonly variesBy: readonly Dimension[];
  readonly shape: Shape;
}

type Named = readonly [zh: string, en: string];

/** A rule without a unit: a choice, a list, a table. */
export const kind = ([zh, en]: Named, variesBy: readonly Dimension[], shape: Shape): RuleKind => ({
  zh,
  en,
  variesBy,
  shape,
});

/** A quantity with its unit. */
export const quantity = (named: Named, unit: Unit, variesBy: readonly Dimension[], shape: Shape): RuleKind => ({
  ...kind(named, variesBy, shape),
  unit,
});

export const BY_REGION: readonly Dimension[] = ['region'];
