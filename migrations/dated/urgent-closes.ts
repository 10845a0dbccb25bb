import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** Whoever leaves urgent permits unsigned has the urgent way no more for a while. */
export const urgentCloses: readonly DatedRule[] = [
  {
    ...byPlatform('permit.urgent', {
      allowed: true,
      countersignHours: 24,
      role: 'enterprise-head',
      closedBy: { times: 2, days: 30 },
    }),
    id: 'dated-urgent-closes',
    validFrom: '2026-01-01T00:00:00+08:00',
  },
];
