import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

const from = '2000-01-01T00:00:00+08:00';

/** Numbers of the training of everyone. No public text settles them; a county may be stricter. */
export const trainingRules: readonly DatedRule[] = [
  { ...byPlatform('training.valid-months', 12), id: 'dated-training-valid', validFrom: from },
  { ...byPlatform('training.attendance-percent', 80), id: 'dated-training-attendance', validFrom: from },
  { ...byPlatform('training.attempts-a-day', 3), id: 'dated-training-attempts', validFrom: from },
  { ...byPlatform('training.sign-in-within-m', 500), id: 'dated-training-within', validFrom: from },
  { ...byPlatform('training.sign-in-early-minutes', 60), id: 'dated-training-early', validFrom: from },
];
