import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** A grid worker confirms the workshop that they stand at; the county's regulator decides from the desk, too. */
export const workshopSeen: readonly DatedRule[] = [
  {
    ...byPlatform('place.workshop-seen-within-m', 300),
    id: 'dated-workshop-seen-within',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
