import type { Industry } from '../registry/industry';
import type { Regime } from './permit';

/**
 * Regimes that hold inside an enterprise of each trade; a small job may be anyone's. GB 30871-2022, clause 1: making,
 * selling with storage and pharmacy of dangerous chemicals know the chemical permit only, also for contractors.
 */
const REGIMES_OF_TRADE: Partial<Readonly<Record<Industry, readonly Regime[]>>> = {
  chemical: ['chemical'],
  construction: ['construction', 'general', 'small'],
};
const ANY_ENTERPRISE: readonly Regime[] = ['general', 'small'];

export const regimesOf = (trade: Industry): readonly Regime[] => REGIMES_OF_TRADE[trade] ?? ANY_ENTERPRISE;

const STRICTEST_FIRST: readonly Regime[] = ['chemical', 'construction', 'general', 'small'];

/** Regimes that leave no choice. */
export type FixedRegime = 'chemical' | 'construction';

/** On the ground of a site of this trade; null: the work itself decides. A building site stays one for every contractor. */
export const regimeAtSite = (trade: Industry): FixedRegime | null =>
  trade === 'chemical' || trade === 'construction' ? trade : null;

/** Null is the weakest: anything will do. */
export const atLeastAsStrict = (regime: Regime | null, asked: Regime | null): boolean => rank(regime) <= rank(asked);

const rank = (regime: Regime | null): number =>
  regime === null ? STRICTEST_FIRST.length : STRICTEST_FIRST.indexOf(regime);

/**
 * Whether this regime is weaker than the trade at the place of work asks for. The trades of the applicant's enterprise
 * and of the host count.
 */
export const tooLittleFor = (regime: Regime, trades: readonly Industry[]): boolean =>
  trades.includes('chemical') && !regimesOf('chemical').includes(regime);
