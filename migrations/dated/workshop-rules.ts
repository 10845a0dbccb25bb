import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** A welder's own workshop is confirmed for a year. */
export const workshopRules: readonly DatedRule[] = [
  { ...byPlatform('place.workshop-days', 365), id: 'dated-workshop-days', validFrom: '2000-01-01T00:00:00+08:00' },
];
