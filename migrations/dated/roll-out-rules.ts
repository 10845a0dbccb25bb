import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** How many honest people an enforced check may refuse before somebody has to sign for it. */
export const rollOutRules: readonly DatedRule[] = [
  {
    ...byPlatform('roll-out.honest-refused-percent', 0.5),
    id: 'dated-roll-out-honest',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
