import { shownTime } from '../../kernel/shown-time';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';
import type { GasTest } from './permit';
import type { PermitRules } from './permit-rules';
import { missing, type Reason } from './reason';

type GasRules = Pick<PermitRules, 'gasFreshMs' | 'gasInterruptionMs' | 'gasContinuousMs'>;

/**
 * GB 30871-2022: sampled no longer than `permit.gas-fresh-minutes` before work begins, each day anew. Work that goes on
 * keeps a test of the same day fresh, until an interruption longer than `permit.gas-interruption-minutes`; where gas is
 * measured all the time, a reading may not be older than `permit.gas-continuous-minutes`.
 */
export function isFresh({ sampledAt }: GasTest, lastWorkAt: Instant | null, rules: GasRules, at: Instant): boolean {
  if (sampledAt > at) return false;
  if (rules.gasContinuousMs !== null) return at - sampledAt <= rules.gasContinuousMs;
  if (at - sampledAt <= rules.gasFreshMs) return true;
  return (
    rules.gasInterruptionMs !== null &&
    lastWorkAt !== null &&
    lastWorkAt >= sampledAt &&
    at - lastWorkAt <= rules.gasInterruptionMs &&
    shanghaiDate(at) === shanghaiDate(sampledAt)
  );
}

export type GasReasonCode = 'permit.gas-test-missing' | 'permit.gas-test-failed' | 'permit.gas-test-stale';

/**
 * What speaks against work for its gas test (GB 30871-2022). Rule `permit.gas-test`: `required`, `optional` (one that
 * failed still refuses) or `none`. Starting, resuming and asking for power are all judged here.
 */
export function gasReasons(
  { lastGasTest, lastWorkAt }: { readonly lastGasTest: GasTest | null; readonly lastWorkAt: Instant | null },
  rules: GasRules & Pick<PermitRules, 'gasTest'>,
  at: Instant,
): Reason<GasReasonCode>[] {
  if (rules.gasTest === 'none') return [];
  if (lastGasTest === null) return rules.gasTest === 'required' ? [missing('permit.gas-test-missing')] : [];
  const sampled = { sampled: shownTime(lastGasTest.sampledAt) };
  const stale = rules.gasTest === 'required' && !isFresh(lastGasTest, lastWorkAt, rules, at);
  return [
    ...(lastGasTest.passed ? [] : [missing('permit.gas-test-failed', sampled)]),
    ...(stale ? [missing('permit.gas-test-stale', sampled)] : []),
  ];
}

/**
 * The last moment at which work that goes on is still covered by this test: the next reading of a continuous
 * measurement, else the midnight in China that ends its day (never before the test itself has grown old).
 */
export function coversUntil({ sampledAt }: GasTest, rules: GasRules): Instant {
  if (rules.gasContinuousMs !== null) return sampledAt + rules.gasContinuousMs;
  return Math.max(shanghaiMidnight(shanghaiDate(sampledAt)) + DAY - 1, sampledAt + rules.gasFreshMs);
}
