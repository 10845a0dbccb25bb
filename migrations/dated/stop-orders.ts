import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** How long an inspector's stop waits for the regulator. */
export const stopOrders: readonly DatedRule[] = [
  {
    ...byPlatform('job.stop-confirm-hours', 24),
    id: 'dated-stop-confirm-hours',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
