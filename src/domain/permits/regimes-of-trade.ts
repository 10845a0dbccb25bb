import type { Industry } from '../registry/industry';
import type { Regime } from './permit';

/**
 * Regimes that hold inside an enterprise of each trade; a small job may be anyone's. GB 30871-2022, clause 1: making,
 * selling with storage and pharmacy of dangerous chemicals know the chemical permit only, whoever does the work.
 */
const REGIMES_OF_TRADE: Partial<Readonly<Record<Industry, readonly Regime[]>>> = {
  chemical: ['chemical'],
  construction: ['construction', 'general', 'small'],
};
const ANY_ENTERPRISE: readonly Regime[] = ['general', 'small'];

export const regimesOf = (trade: Industry): readonly Regime[] => REGIMES_OF_TRADE[trade] ?? ANY_ENTERPRISE;

/** Whether a permit of this regime is less than the trade at the place of work asks for: of the one who asks, or of the host. */
export const tooLittleFor = (regime: Regime, trades: readonly Industry[]): boolean =>
  trades.includes('chemical') && !regimesOf('chemical').includes(regime);
