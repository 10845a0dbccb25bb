import type { Instant } from '../../kernel/time';
import type { RuleBook } from '../rules/rule-book';

/** From when on something in the register counts as doubtful. Whole numbers, as the rules' shapes hold them. */
export interface QualityLimits {
  /** No machine of the trade has more torches. */
  readonly mostOutlets: number;
  /** A machine with a chip that burned no arc for so long is scrapped, sold, or its chip is not on it. */
  readonly idleDays: number;
  /** A certificate that nobody has looked up for so long keeps its holder from work. */
  readonly waitingDays: number;
}

export const qualityLimits = (rules: RuleBook, at: Instant): QualityLimits => ({
  mostOutlets: rules.value<number>('quality.most-outlets', {}, at),
  idleDays: rules.value<number>('quality.idle-days', {}, at),
  waitingDays: rules.value<number>('quality.waiting-days', {}, at),
});
