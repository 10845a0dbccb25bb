import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** Help on a refusal. Each county writes the phone of its own duty desk; before that it is the hotline of every government. */
export const helpRules: readonly DatedRule[] = [
  { ...byPlatform('help.longest-grant-hours', 8), id: 'dated-help-longest-grant', validFrom: from },
  { ...byPlatform('help.asked-within-hours', 24), id: 'dated-help-asked-within', validFrom: from },
  { ...byPlatform('duty.hotline', '12345'), id: 'dated-duty-hotline', validFrom: from },
];
