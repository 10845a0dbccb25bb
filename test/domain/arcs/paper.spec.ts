import type { Arc } from '../../../src/domain/arcs/arc';
import type { ArcFacts, CoveringJob, PaperWork } from '../../../src/domain/arcs/arc-facts';
import { judgeWithinBounds } from '../../../src/domain/arcs/judge-within-bounds';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const T0 = Date.parse('2026-06-10T01:00:00Z');
const GRACE = 2 * SECOND;

const certificate: Certificate = {
  ...{ id: 'C1', kind: 'special-operation', operations: ['fusion'], status: 'verified' },
  ...{ validFrom: T0 - 365 * DAY, validTo: T0 + 365 * DAY, reviewDueAt: null, revokedAt: null },
};
const paper: PaperWork = { id: 'ZP', number: 'ZP-000007', from: T0, to: T0 + HOUR, certificates: [certificate] };
const job: CoveringJob = {
  ...{ id: 'J1', outlet: 1, state: 'finished', unlocked: null, endedByTime: false, welderId: 'W1' },
  ...{ from: T0, to: T0 + HOUR, authority: null, certificates: [certificate] },
};
const arc = (from: number, to: number, earliestAt: number | null = null): Arc => ({
  ...{ id: 'A1', chipNo: 'TEST0000000001', machineId: 'M1', boot: 7, outlet: 1, startUp: 0, arcMs: 0, peakA: 180 },
  ...{ startedAt: from, earliestAt, endedAt: to, lastSeenAt: to, claimedJobId: null, sampleMs: SECOND },
});
const judge = (one: Arc, papers: readonly PaperWork[] = [paper], change: Partial<ArcFacts> = {}): string[] =>
  judgeWithinBounds({
    ...{ arc: one, registration: 'registered', jobs: [], papers, operation: 'fusion' },
    ...{ leastGraceMs: GRACE, stopGraceMs: MINUTE, outletsApart: false },
    ...change,
  }).map(({ verdict }) => verdict);

const OFF = ['off-platform', 'not-judged', 'not-judged'];
const PAPER = ['paper', 'certified', 'paper'];

describe('an arc under numbered paper', () => {
  it.each<[string, string[], string[]]>([
    ['in its time', judge(arc(T0 + MINUTE, T0 + 2 * MINUTE)), PAPER],
    ['all of its time', judge(arc(T0, T0 + HOUR)), PAPER],
    ['begun within the grace before', judge(arc(T0 - GRACE, T0 + MINUTE)), PAPER],
    ['begun 1 ms earlier', judge(arc(T0 - GRACE - 1, T0 + MINUTE)), OFF],
    ['ended within the grace after', judge(arc(T0 + MINUTE, T0 + HOUR + GRACE)), PAPER],
    ['ended 1 ms later', judge(arc(T0 + MINUTE, T0 + HOUR + GRACE + 1)), OFF],
    ['without paper', judge(arc(T0 + MINUTE, T0 + 2 * MINUTE), []), OFF],
    ['under another paper that fits', judge(arc(T0 + 2 * HOUR, T0 + 3 * HOUR), [paper, { ...paper, from: T0 + 2 * HOUR, to: T0 + 3 * HOUR }]), PAPER],
    ['by welders without a certificate', judge(arc(T0 + MINUTE, T0 + 2 * MINUTE), [{ ...paper, certificates: [] }]), ['paper', 'uncertified', 'paper']],
    ['by a machine that is blocked', judge(arc(T0 + MINUTE, T0 + 2 * MINUTE), [paper], { registration: 'blocked' }), ['unregistered-machine', 'not-judged', 'not-judged']],
    ['at a time that is known within bounds only', judge(arc(T0 + 3 * HOUR, T0 + 3 * HOUR + MINUTE, T0 - HOUR)), PAPER],
    ['at bounds that leave it out', judge(arc(T0 + 3 * HOUR, T0 + 3 * HOUR + MINUTE, T0 + 2 * HOUR)), OFF],
  ])('%s', (_, verdicts, expected) => expect(verdicts).toEqual(expected)); // prettier-ignore

  it('says which paper', () => {
    const [platform, certified] = judgeWithinBounds({
      ...{ arc: arc(T0 + MINUTE, T0 + 2 * MINUTE), registration: 'registered', jobs: [], papers: [paper] },
      ...{ operation: 'fusion', leastGraceMs: GRACE, stopGraceMs: MINUTE, outletsApart: false },
    });
    expect(platform).toMatchObject({ jobId: null, permitId: null, detail: { paper: 'ZP-000007' } });
    expect(certified).toMatchObject({ jobId: null, welderId: null });
  });
});

describe('a job of the machine around the arc', () => {
  const burnt = arc(T0 + MINUTE, T0 + 2 * MINUTE);
  it('keeps it on the platform; the paper stands in for its permit', () => {
    expect(judge(burnt, [], { jobs: [job] })).toEqual(['on-platform', 'certified', 'no-permit']);
    expect(judge(burnt, [paper], { jobs: [job] })).toEqual(['on-platform', 'certified', 'paper']);
  });
  it('with a permit needs no paper', () => {
    const withPermit = { ...job, authority: { kind: 'permit', id: 'P1', from: T0, to: T0 + HOUR } as const };
    expect(judge(burnt, [paper], { jobs: [withPermit] })).toEqual(['on-platform', 'certified', 'permitted']);
  });
});
