import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** Numbers of an instructor's session at a welding school. No public text settles them; a county may be stricter. */
export const practiceRules: readonly DatedRule[] = [
  { ...byPlatform('practice.longest-hours', 4), id: 'dated-practice-longest', validFrom: from },
  { ...byPlatform('practice.most-pupils', 10), id: 'dated-practice-pupils', validFrom: from },
  { ...byPlatform('practice.presence-minutes', 60), id: 'dated-practice-presence', validFrom: from },
];
