import { gasReasons } from '../permits/gas-freshness';
import { blocking } from './finding';
import { rulesFor } from './permit-rules';
import type { PermitRule } from './rule';

/** Gas analysis before hot work: the permit's own guard judges it, so that power and permit never disagree. */
export const gasTested: PermitRule = (permit, facts, at) =>
  gasReasons(permit, rulesFor(permit, facts, at), at).map(({ code, params }) => blocking(code, params));
