import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** 网格→乡镇→区县→市: the city is told last. A day ahead of the release, so that nothing overdue is told twice on one day. */
export const cityTold: readonly DatedRule[] = [
  {
    ...byPlatform('supervision.escalation-days', { grid: 0, town: 1, county: 3, city: 7 }),
    id: 'dated-escalation-city',
    validFrom: '2026-12-01T00:00:00+08:00',
  },
];

/** No public text settles these numbers: a county writes its own. */
export const loopRules: readonly DatedRule[] = [
  { ...byPlatform('supervision.reminder-days', [3, 1]), id: 'dated-reminder-days', validFrom: from },
  {
    ...byPlatform('supervision.repeat-offenders', { times: 3, months: 12 }),
    id: 'dated-repeat-offenders',
    validFrom: from,
  },
  { ...byPlatform('supervision.look-back-months', 12), id: 'dated-look-back-months', validFrom: from },
];
