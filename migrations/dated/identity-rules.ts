import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const FROM = '2000-01-01T00:00:00+08:00';

/** When one welder at two places, or one card in many hands, is worth a look. No public text settles these numbers. */
export const identityRules: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.two-places', { kmPerHour: 120, leastMetres: 2_000, worstAccuracyM: 100 }),
    id: 'dated-two-places',
    validFrom: FROM,
  },
  {
    ...byPlatform('supervision.card-starters', { starters: 4, withinHours: 24 }),
    id: 'dated-card-starters',
    validFrom: FROM,
  },
];
