import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const FIRST_DAY = '2000-01-01T00:00:00+08:00';

/** A firm of ten people or fewer has no safety officer beside its head. In other regimes no firm is that small. */
export const seatRules: readonly DatedRule[] = [
  {
    ...byPlatform('permit.small-firm', { people: 0, confirmedWithinDays: 365 }),
    id: 'dated-small-firm',
    validFrom: FIRST_DAY,
  },
  {
    ...byPlatform('permit.small-firm', { people: 10, confirmedWithinDays: 365 }, { regime: 'general' }),
    id: 'dated-small-firm-general',
    validFrom: FIRST_DAY,
  },
];
