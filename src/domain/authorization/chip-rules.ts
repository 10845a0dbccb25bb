import { SECOND } from '../../kernel/time';
import { offlineAfterS } from '../jobs/chip-silence';
import { blocking } from './finding';
import type { Rule } from './rule';

export const chipUntouched: Rule = ({ chip }) => (chip?.tamper ? [blocking('chip.tampered')] : []);

/**
 * Rule `chip.offline-seconds`. Whoever asks for a one-time code does so because the chip has no network.
 */
export const chipHeardOf: Rule = ({ chip, asked, rules }, at) => {
  if (!chip || asked.purpose === 'offline-code') return [];
  const limit = offlineAfterS(rules, at);
  const heard = chip.lastSeenAt !== null && at - chip.lastSeenAt <= limit * SECOND;
  return heard ? [] : [blocking('chip.offline', { seconds: limit })];
};
