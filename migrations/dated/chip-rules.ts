import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const FROM = '2000-01-01T00:00:00+08:00';

/** What chips may send amiss, and what their measurements may show. */
export const chipRules: readonly DatedRule[] = [
  { ...byPlatform('chip.unreadable-kept', 60), id: 'dated-chip-unreadable-kept', validFrom: FROM },
  { ...byPlatform('chip.unreadable-run', 10), id: 'dated-chip-unreadable-run', validFrom: FROM },
  { ...byPlatform('chip.rating-margin-percent', 50), id: 'dated-chip-rating-margin', validFrom: FROM },
  { ...byPlatform('chip.arc-lost-minutes', 10), id: 'dated-chip-arc-lost', validFrom: FROM },
];
