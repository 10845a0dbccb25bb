import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** How long a welder may be suspended, appeal, and wait for the answer. No public text settles these numbers. */
export const suspensionRules: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.suspension', { longestDays: 180, appealDays: 60, answerDays: 15 }),
    id: 'dated-suspension',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
