import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** Times without the platform, and the numbered paper that is used then. */
export const outageRules: readonly DatedRule[] = [
  { ...byPlatform('outage.gap-minutes', 5), id: 'dated-outage-gap', validFrom: from },
  { ...byPlatform('outage.longest-hours', 72), id: 'dated-outage-longest', validFrom: from },
  { ...byPlatform('paper.entry-hours', 48), id: 'dated-paper-entry', validFrom: from },
  { ...byPlatform('paper.block-most', 100), id: 'dated-paper-block', validFrom: from },
];
