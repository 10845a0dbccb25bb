import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';
const amounts = (alert: number, hazard: number, offence: number) => ({ alert, hazard, offence });

/** Rewards for tips. No public text settles the sums of a county: it writes its own. */
export const tipRules: readonly DatedRule[] = [
  { ...byPlatform('tip.duplicate-metres', 200), id: 'dated-tip-duplicate-metres', validFrom: from },
  { ...byPlatform('tip.duplicate-hours', 72), id: 'dated-tip-duplicate-hours', validFrom: from },
  {
    ...byPlatform('tip.reward-yuan', {
      uncertified: amounts(100, 300, 500),
      'no-permit': amounts(100, 300, 500),
      'fire-watch-absent': amounts(100, 200, 300),
      'forged-certificate': amounts(200, 500, 1_000),
      'chip-tampered': amounts(200, 500, 1_000),
      'unregistered-machine': amounts(50, 100, 200),
      other: amounts(50, 100, 200),
    }),
    id: 'dated-tip-reward-yuan',
    validFrom: from,
  },
  { ...byPlatform('tip.reward-major-yuan', 3_000), id: 'dated-tip-reward-major', validFrom: from },
  { ...byPlatform('tip.reward-partly-percent', 50), id: 'dated-tip-reward-partly', validFrom: from },
  { ...byPlatform('tip.reward-insider-percent', 20), id: 'dated-tip-reward-insider', validFrom: from },
  { ...byPlatform('tip.reward-case-most-yuan', 10_000), id: 'dated-tip-reward-case', validFrom: from },
  { ...byPlatform('tip.reward-year-most-yuan', 20_000), id: 'dated-tip-reward-year', validFrom: from },
];
