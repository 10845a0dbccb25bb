import type { Arc } from '../../../src/domain/arcs/arc';
import type { ArcFacts, TestPower } from '../../../src/domain/arcs/arc-facts';
import { judgeArc } from '../../../src/domain/arcs/judge-arc';
import { MINUTE, SECOND } from '../../../src/kernel/time';

const T0 = Date.parse('2026-06-10T01:00:00Z');
const CHIP = 'TEST0000000001';
const test: TestPower = { id: 'T1', chipNo: CHIP, from: T0, to: T0 + 3 * MINUTE };

const arc = (from: number, to: number): Arc => ({
  ...{ id: 'A1', chipNo: CHIP, machineId: 'M1', boot: 1, outlet: 1, startUp: 0, startedAt: from, earliestAt: null },
  ...{ endedAt: to, lastSeenAt: to, arcMs: 0, peakA: 90, claimedJobId: null, sampleMs: SECOND },
});

const judge = (one: Arc, tests: readonly TestPower[], change: Partial<ArcFacts> = {}): string | undefined =>
  judgeArc({
    ...{ arc: one, registration: 'registered', jobs: [], tests, operation: 'fusion' },
    ...{ leastGraceMs: 2 * SECOND, stopGraceMs: MINUTE, outletsApart: false },
    ...change,
  })[0]?.verdict;

const trial = arc(T0 + MINUTE, T0 + MINUTE + 5 * SECOND);

describe('an arc that a technician strikes for a test', () => {
  it.each<[string, string | undefined, string]>([
    ['within the test', judge(trial, [test]), 'test'],
    ['beside another test of the machine', judge(trial, [{ ...test, id: 'T0', to: T0 + 1 }, test]), 'test'],
    ['without a test', judge(trial, []), 'off-platform'],
    ['in the test of another chip', judge(trial, [{ ...test, chipNo: 'TEST0000000002' }]), 'off-platform'],
    ['from the first grace on', judge(arc(T0 - 2 * SECOND, T0), [test]), 'test'],
    ['before it', judge(arc(T0 - 2 * SECOND - 1, T0), [test]), 'off-platform'],
    ['until the last grace', judge(arc(T0, test.to + 2 * SECOND), [test]), 'test'],
    ['going on after it', judge(arc(T0, test.to + 2 * SECOND + 1), [test]), 'off-platform'],
    ['with a chip that is blocked', judge(trial, [test], { registration: 'blocked' }), 'unregistered-machine'],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toBe(expected);
  });

  it('says no more than that: certificate and permit are not judged', () => {
    const facts = { arc: trial, registration: 'registered', jobs: [], tests: [test], operation: 'fusion' } as const;
    expect(judgeArc({ ...facts, leastGraceMs: 0, stopGraceMs: 0, outletsApart: false })).toMatchObject([
      { rule: 'platform', verdict: 'test', detail: { test: 'T1' } },
      { rule: 'certificate', verdict: 'not-judged' },
      { rule: 'permit', verdict: 'not-judged' },
    ]);
  });
});
