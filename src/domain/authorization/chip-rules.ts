import { SECOND, type Instant } from '../../kernel/time';
import { offlineAfterS } from '../jobs/chip-silence';
import type { RuleBook } from '../rules/rule-book';
import type { ChipFacts } from './facts';
import { blocking } from './finding';
import type { Rule } from './rule';

export const chipUntouched: Rule = ({ chip }) => (chip?.tamper ? [blocking('chip.tampered')] : []);

/** Rule `chip.offline-seconds`: its last message is not older. */
export const isHeard = ({ lastSeenAt }: ChipFacts, rules: RuleBook, at: Instant): boolean =>
  lastSeenAt !== null && at - lastSeenAt <= offlineAfterS(rules, at) * SECOND;

/**
 * Rule `chip.offline-seconds`. A request for a one-time code is exempt: it is made because the chip has no network.
 */
export const chipHeardOf: Rule = ({ chip, asked, rules }, at) => {
  if (!chip || asked.purpose === 'offline-code') return [];
  return isHeard(chip, rules, at) ? [] : [blocking('chip.offline', { seconds: offlineAfterS(rules, at) })];
};
