import type { Grade } from '../violations/violation-kinds';
import type { TipKind, TipOutcome } from './tip-kinds';

export const REWARD_STATES = ['proposed', 'approved', 'refused', 'paid'] as const;
export type RewardState = (typeof REWARD_STATES)[number];

/** The rules of rewards, in yuan and percent. */
export interface RewardRules {
  /** Rule `tip.reward-yuan`. */
  readonly yuan: Readonly<Record<TipKind, Readonly<Record<Grade, number>>>>;
  /** Rule `tip.reward-major-yuan`: the least for a major hazard (重大事故隐患). */
  readonly majorYuan: number;
  /** Rule `tip.reward-partly-percent`. */
  readonly partlyPercent: number;
  /** Rule `tip.reward-insider-percent`: more for somebody who works there (内部吹哨人). */
  readonly insiderPercent: number;
  /** Rule `tip.reward-case-most-yuan`. */
  readonly caseMostYuan: number;
  /** Rule `tip.reward-year-most-yuan`, of one reporter. */
  readonly yearMostYuan: number;
}

export interface RewardFacts {
  readonly kind: TipKind;
  readonly grade: Grade;
  readonly major: boolean;
  readonly outcome: TipOutcome;
  readonly insider: boolean;
  /** Rewards for the same case that were not refused. */
  readonly caseYuan: number;
  /** Rewards of this year for the same reporter that were not refused; an unnamed reporter has none. */
  readonly yearYuan: number;
}

export interface Reward {
  readonly yuan: number;
  readonly cappedBy: 'case' | 'year' | null;
}

/** The reward for a tip by the rules, in whole yuan. Nobody types a sum. */
export function rewardFor(facts: RewardFacts, rules: RewardRules): Reward {
  if (facts.outcome === 'not') return { yuan: 0, cappedBy: null };
  const table = rules.yuan[facts.kind][facts.grade];
  const base = facts.major ? Math.max(rules.majorYuan, table) : table;
  const share = facts.outcome === 'partly' ? rules.partlyPercent / 100 : 1;
  const bonus = facts.insider ? 1 + rules.insiderPercent / 100 : 1;
  const wanted = Math.round(base * share * bonus);
  const ofCase = Math.max(0, rules.caseMostYuan - facts.caseYuan);
  const ofYear = Math.max(0, rules.yearMostYuan - facts.yearYuan);
  const yuan = Math.min(wanted, ofCase, ofYear);
  if (yuan === wanted) return { yuan, cappedBy: null };
  return { yuan, cappedBy: ofCase <= ofYear ? 'case' : 'year' };
}
