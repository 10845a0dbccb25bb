import { shownTime } from '../../kernel/shown-time';
import { DAY, shanghaiDate, shanghaiMidnight, type Instant } from '../../kernel/time';
import { gasTestAsked } from './gas-asked';
import type { GasTest, Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { missing, type Reason } from './reason';

type GasRules = Pick<PermitRules, 'gasFreshMs' | 'gasInterruptionMs' | 'gasContinuousMs' | 'gasRecordMs'>;
type Place = Pick<Permit, 'placeKinds'>;
const ANYWHERE: Place = { placeKinds: [] };

/**
 * GB 30871-2022: sampled no longer than `permit.gas-fresh-minutes` before work begins, each day anew. Work that goes on
 * keeps a test of the same day fresh, until an interruption longer than `permit.gas-interruption-minutes`; where gas is
 * measured all the time, a reading may not be older than `permit.gas-continuous-minutes`. In a confined space a record is
 * due every `permit.gas-record-minutes`.
 */
export function isFresh(
  { sampledAt }: GasTest,
  lastWorkAt: Instant | null,
  rules: GasRules,
  at: Instant,
  { placeKinds }: Place = ANYWHERE,
): boolean {
  if (sampledAt > at) return false;
  const recordMs = rules.gasRecordMs(placeKinds);
  if (recordMs !== null && at - sampledAt > recordMs) return false;
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

/** The last moment at which work may begin or go on under this test, as long as nobody works meanwhile. */
export function startsUntil({ sampledAt }: GasTest, lastWorkAt: Instant | null, rules: GasRules): Instant {
  const worked = rules.gasInterruptionMs !== null && lastWorkAt !== null && lastWorkAt >= sampledAt;
  const untilStale = sampledAt + (rules.gasContinuousMs ?? rules.gasFreshMs);
  return worked ? Math.max(untilStale, lastWorkAt + (rules.gasInterruptionMs ?? 0)) : untilStale;
}

export type GasReasonCode = 'permit.gas-test-missing' | 'permit.gas-test-failed' | 'permit.gas-test-stale';

/**
 * What speaks against work for its gas test (GB 30871-2022). It is `required`, `optional` (one that failed still
 * refuses) or `none`. Starting, resuming and asking for power are all judged here.
 */
export function gasReasons(
  permit: Pick<Permit, 'lastGasTest' | 'lastWorkAt' | 'placeKinds' | 'levelAnswers'>,
  rules: GasRules & Pick<PermitRules, 'gasTest' | 'gasTestWhen'>,
  at: Instant,
): Reason<GasReasonCode>[] {
  const { lastGasTest, lastWorkAt } = permit;
  const asked = gasTestAsked(permit, rules);
  if (asked === 'none') return [];
  if (lastGasTest === null) return asked === 'required' ? [missing('permit.gas-test-missing')] : [];
  const sampled = { sampled: shownTime(lastGasTest.sampledAt) };
  const stale = asked === 'required' && !isFresh(lastGasTest, lastWorkAt, rules, at, permit);
  return [
    ...(lastGasTest.passed ? [] : [missing('permit.gas-test-failed', sampled)]),
    ...(stale ? [missing('permit.gas-test-stale', sampled)] : []),
  ];
}

/**
 * The last moment at which work that goes on is still covered by this test: the next reading of a continuous
 * measurement, else the midnight in China that ends its day (never before the test itself has grown old), and never
 * later than the next record is due.
 */
export function coversUntil({ sampledAt }: GasTest, rules: GasRules, { placeKinds }: Place = ANYWHERE): Instant {
  const recordMs = rules.gasRecordMs(placeKinds);
  const recordDue = recordMs === null ? Infinity : sampledAt + recordMs;
  if (rules.gasContinuousMs !== null) return Math.min(recordDue, sampledAt + rules.gasContinuousMs);
  const dayEnds = shanghaiMidnight(shanghaiDate(sampledAt)) + DAY - 1;
  return Math.min(recordDue, Math.max(dayEnds, sampledAt + rules.gasFreshMs));
}
