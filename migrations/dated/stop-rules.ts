import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** A permit keeps the rules of the day it was issued: those that were stopped before this day go on as they were. */
export const stopRules: readonly DatedRule[] = [
  {
    ...byPlatform('permit.measures-anew', false),
    id: 'dated-measures-anew-no',
    validFrom: '2000-01-01T00:00:00+08:00',
  },
  { ...byPlatform('permit.measures-anew', true), id: 'dated-measures-anew', validFrom: '2026-11-27T00:00:00+08:00' },
];
