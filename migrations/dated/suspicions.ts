import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const FROM = '2000-01-01T00:00:00+08:00';

/** When missing arcs are worth a look. Chips hold up to 72 h back. */
export const suspicions: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.permit-without-arcs', { afterHours: 72, leastMinutes: 30 }),
    id: 'dated-permit-without-arcs',
    validFrom: FROM,
  },
  {
    ...byPlatform('supervision.arc-hours-fell', { days: 30, beforeDays: 90, percent: 20, leastHours: 20 }),
    id: 'dated-arc-hours-fell',
    validFrom: FROM,
  },
];
