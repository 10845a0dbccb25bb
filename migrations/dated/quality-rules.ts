import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** From when on something in the register counts as doubtful: what the platform has gone by so far. No public text settles it. */
export const qualityRules: readonly DatedRule[] = [
  { ...byPlatform('quality.most-outlets', 4), id: 'dated-quality-outlets', validFrom: from },
  { ...byPlatform('quality.idle-days', 180), id: 'dated-quality-idle', validFrom: from },
  { ...byPlatform('quality.waiting-days', 14), id: 'dated-quality-waiting', validFrom: from },
];
