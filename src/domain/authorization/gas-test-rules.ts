import { MINUTE, shanghaiDate, type Instant } from '../../kernel/time';
import type { Facts, GasTestFacts, PermitFacts } from './facts';
import { blocking } from './finding';
import { ruleQuery } from './permit-rules';
import type { PermitRule } from './rule';
import { shownTime } from '../../kernel/shown-time';

/**
 * Gas analysis before hot work (GB 30871-2022). Rule `permit.gas-test`: `required`, `optional` (one that failed still
 * refuses) or `none`.
 */
export const gasTested: PermitRule = (permit, facts, at) => {
  const rule = facts.rules.value<'required' | 'optional' | 'none'>('permit.gas-test', ruleQuery(permit), at);
  const test = permit.lastGasTest;
  if (rule === 'none') return [];
  if (!test) return rule === 'required' ? [blocking('permit.gas-test-missing')] : [];
  const failed = test.passed ? [] : [blocking('permit.gas-test-failed', { sampled: shownTime(test.sampledAt) })];
  const stale = rule === 'required' && !isFresh(permit, test, facts, at);
  return stale ? [...failed, blocking('permit.gas-test-stale', { sampled: shownTime(test.sampledAt) })] : failed;
};

/**
 * Sampled no longer than `permit.gas-fresh-minutes` before work begins. Work that goes on the same day keeps it fresh,
 * until an interruption longer than `permit.gas-interruption-minutes`.
 */
function isFresh(permit: PermitFacts, test: GasTestFacts, { rules }: Facts, at: Instant): boolean {
  if (test.sampledAt > at) return false;
  const limit = rules.value<number>('permit.gas-fresh-minutes', ruleQuery(permit), at) * MINUTE;
  if (at - test.sampledAt <= limit) return true;
  const pause = rules.find('permit.gas-interruption-minutes', ruleQuery(permit), at);
  const worked = permit.lastWorkAt;
  return (
    pause !== null &&
    worked !== null &&
    worked >= test.sampledAt &&
    at - worked <= Number(pause.value) * MINUTE &&
    shanghaiDate(at) === shanghaiDate(test.sampledAt)
  );
}
