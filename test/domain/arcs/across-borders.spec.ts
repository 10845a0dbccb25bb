import type { Arc } from '../../../src/domain/arcs/arc';
import type { CoveringJob } from '../../../src/domain/arcs/arc-facts';
import { judgeArc } from '../../../src/domain/arcs/judge-arc';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';
import { seeded } from './histories/truth';

const MOMENTS = Number(process.env['MOMENTS'] ?? 100);
const SEED = Number(process.env['SEED'] ?? 1);
const LEAST_GRACE = 2 * SECOND;

const judged = (arc: Partial<Arc>, job: Partial<CoveringJob>): string =>
  judgeArc({
    arc: {
      ...{ id: 'A', chipNo: 'C', machineId: 'M', boot: 1, outlet: 1, startUp: 0, startedAt: 0, earliestAt: null },
      ...{ endedAt: null, lastSeenAt: 0, arcMs: 0, peakA: 180, claimedJobId: null, sampleMs: SECOND },
      ...arc,
    },
    jobs: [
      {
        ...{ id: 'J', outlet: 1, state: 'running', welderId: 'W', from: 0, to: 0, endedByTime: true },
        ...{ unlocked: { chipNo: 'C', boot: 1, up: null }, authority: null, certificates: [] },
        ...job,
      },
    ],
    ...{ registration: 'registered', operation: 'fusion', leastGraceMs: LEAST_GRACE, stopGraceMs: 0, outletsApart: false },
  })
    .map(({ verdict }) => verdict)
    .join(' '); // prettier-ignore

const certificate = (at: number) => ({
  ...{ id: 'C', kind: 'special-operation' as const, operations: ['fusion' as const], status: 'verified' as const },
  ...{ validFrom: at - 2 * DAY, validTo: at + 2 * DAY, reviewDueAt: null, revokedAt: null },
});
const permit = (from: number, to: number) => ({ kind: 'permit' as const, id: 'P', from, to });

/** Everything holds from long before `at` to long after, but for what a border takes away. */
const holding = (at: number): Partial<CoveringJob> => ({
  ...{ from: at - DAY, to: at + DAY, certificates: [certificate(at)] },
  authority: permit(at - 2 * DAY, at + 2 * DAY),
});

interface Border {
  readonly tooFar: string;
  /** An arc that reaches `beyond` a border at `at`: when it burned, and what the border changes of the job. */
  readonly arc: (at: number, beyond: number) => readonly [from: number, to: number];
  readonly job: (at: number) => Partial<CoveringJob>;
}

const FINE = 'on-platform certified permitted';
const OFF = 'off-platform not-judged not-judged';
const OVERRUN = 'on-platform certified permit-overrun';
const early: Border['arc'] = (at, beyond) => [at - beyond, at + MINUTE];
const late: Border['arc'] = (at, beyond) => [at - HOUR, at + beyond];
const after: Border['arc'] = (at, beyond) => [at + beyond, at + beyond];

const BORDERS: Readonly<Record<string, Border>> = {
  'begins before the job': { tooFar: OFF, arc: early, job: (at) => ({ from: at }) },
  'begins after the job': { tooFar: OFF, arc: after, job: (at) => ({ to: at }) },
  'ends after the job': { tooFar: OVERRUN, arc: late, job: (at) => ({ to: at }) },
  'begins before the permit': { tooFar: 'on-platform certified no-permit', arc: early, job: (at) => ({ authority: permit(at, at + DAY) }) },
  'ends after the permit': { tooFar: OVERRUN, arc: late, job: (at) => ({ authority: permit(at - DAY, at) }) },
  'goes on after its certificate was revoked': { tooFar: 'on-platform uncertified permitted', arc: late, job: (at) => ({ certificates: [{ ...certificate(at), status: 'revoked', revokedAt: at }] }) },
}; // prettier-ignore

describe(`an arc across a border, at ${MOMENTS} moments (seed ${SEED})`, () => {
  it.each(Object.entries(BORDERS))('%s: fine up to the grace, not one millisecond later', (_, { tooFar, arc, job }) => {
    const random = seeded(SEED);
    const wrong: unknown[] = [];
    for (let n = 0; n < MOMENTS; n += 1) {
      const day = Date.UTC(2026, 0, 1) + Math.floor(random() * 365) * DAY;
      const midnight = day - 8 * HOUR; // in China
      const at = n % 3 === 0 ? midnight : day + Math.floor(random() * DAY);
      const sampleMs = [SECOND, LEAST_GRACE, 10 * SECOND, Math.floor(random() * MINUTE)][n % 4]!;
      const grace = Math.max(LEAST_GRACE, sampleMs);
      for (const beyond of [0, 1, grace - 1, grace, grace + 1, grace + Math.ceil(random() * MINUTE)]) {
        const [startedAt, endedAt] = arc(at, beyond);
        const expected = beyond <= grace ? FINE : tooFar;
        const found = judged({ startedAt, endedAt, lastSeenAt: endedAt, sampleMs }, { ...holding(at), ...job(at) });
        if (found !== expected) wrong.push({ at: new Date(at).toISOString(), sampleMs, beyond, found, expected });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});
