import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** Whoever signs reads of it. A county asks for a reason, or refuses, from the day on which its contracts are entered. */
export const agreementRules: readonly DatedRule[] = [
  {
    ...byPlatform('permit.contractor-agreement', 'warn'),
    id: 'dated-contractor-agreement',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
