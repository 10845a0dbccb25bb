import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** 年检: once a year at the latest. A county may ask for it more often. */
export const upkeepRules: readonly DatedRule[] = [
  {
    ...byPlatform('inspection.longest-months', 12),
    id: 'dated-inspection-months',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
];
