import type { Arc } from '../../../src/domain/arcs/arc';
import type { ArcFacts, CoveringJob } from '../../../src/domain/arcs/arc-facts';
import { judgeWithinBounds } from '../../../src/domain/arcs/judge-within-bounds';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const T0 = Date.parse('2026-06-10T01:00:00Z');
const CHIP = 'TEST0000000001';

const certificate: Certificate = {
  ...{ id: 'C1', kind: 'special-operation', operations: ['fusion'], status: 'verified', reviewDueAt: null, revokedAt: null },
  ...{ validFrom: T0 - 365 * DAY, validTo: T0 + 365 * DAY },
}; // prettier-ignore

/** Five minutes of arc that began between `earliest` and `latest`. */
const arc = (earliest: number | null, latest: number, change: Partial<Arc> = {}): Arc => ({
  ...{ id: 'A1', chipNo: CHIP, machineId: 'M1', boot: 7, outlet: 1, arcMs: 0, peakA: 180, claimedJobId: null, sampleMs: SECOND },
  ...{ startUp: 10 * MINUTE, startedAt: latest, earliestAt: earliest },
  ...{ endedAt: latest + 5 * MINUTE, lastSeenAt: latest + 5 * MINUTE },
  ...change,
}); // prettier-ignore

const job = (change: Partial<CoveringJob> = {}): CoveringJob => ({
  ...{
    id: 'J1',
    outlet: 1,
    state: 'stopped',
    welderId: 'W1',
    from: T0,
    to: T0 + HOUR,
    unlocked: null,
    endedByTime: true,
  },
  authority: { kind: 'permit', id: 'P1', from: T0 - HOUR, to: T0 + 8 * HOUR },
  certificates: [certificate],
  ...change,
});

const facts = (one: Arc, jobs: CoveringJob[]): ArcFacts => ({
  ...{
    arc: one,
    registration: 'registered',
    jobs,
    operation: 'fusion',
    leastGraceMs: 2 * SECOND,
    stopGraceMs: 0,
    outletsApart: false,
  },
});
const judge = (one: Arc, jobs: CoveringJob[]): string =>
  judgeWithinBounds(facts(one, jobs)).map(({ verdict }) => verdict).join(' '); // prettier-ignore

const FINE = 'on-platform certified permitted';
const OFF = 'off-platform not-judged not-judged';

describe('an arc whose time has bounds', () => {
  it.each<[string, number | null, number, string]>([
    ['ends in the job', T0 - DAY, T0 + MINUTE, FINE],
    ['begins in the job', T0 + 50 * MINUTE, T0 + DAY, FINE],
    ['hold the job', T0 - DAY, T0 + DAY, FINE],
    ['end before the job', T0 - DAY, T0 - 3 * SECOND, OFF],
    ['begin after the job', T0 + HOUR + 3 * SECOND, T0 + DAY, OFF],
    ['are one moment, which is known', null, T0 - 3 * SECOND, OFF],
  ])('that %s', (_, earliest, latest, expected) => expect(judge(arc(earliest, latest), [job()])).toBe(expected));

  it('and nobody is accused of overrun where it may have burned in time', () => {
    expect(judge(arc(T0 - DAY, T0 + HOUR - MINUTE), [job()])).toBe(FINE);
    expect(judge(arc(T0 + HOUR - MINUTE, T0 + HOUR - MINUTE), [job()])).toBe('on-platform certified permit-overrun');
  });

  it('nor of work without certificate, where it may have burned while one was valid', () => {
    const lapsed = job({ certificates: [{ ...certificate, validTo: T0 + 20 * MINUTE }] });
    expect(judge(arc(T0 - DAY, T0 + 40 * MINUTE), [lapsed])).toBe(FINE);
    expect(judge(arc(T0 + 21 * MINUTE, T0 + 40 * MINUTE), [lapsed])).toBe('on-platform uncertified permitted');
  });

  it('keeps its bounds as evidence of what it is accused of', () => {
    const [platform] = judgeWithinBounds(facts(arc(T0 - DAY, T0 - MINUTE), [job()]));
    expect(platform?.detail).toEqual({ sustained: true, earliestAt: T0 - DAY, latestAt: T0 - MINUTE });
  });
});

describe('a one-time code typed in the arc’s own start', () => {
  const typedAt = (up: number, change: Partial<CoveringJob> = {}) =>
    job({ from: T0 + 3 * DAY, to: T0 + 3 * DAY + HOUR, unlocked: { chipNo: CHIP, boot: 7, up }, ...change });

  it.each([
    ['before the arc', 9 * MINUTE, FINE],
    ['as late as the grace', 10 * MINUTE + 2 * SECOND, FINE],
    ['after the arc began', 10 * MINUTE + 2 * SECOND + 1, OFF],
    ['so long before that its hours were over', 10 * MINUTE - HOUR - 2 * SECOND - 1, OFF],
  ])('%s: `up` decides, whatever the clocks say', (_, up, expected) => {
    const permitted = { authority: { kind: 'permit', id: 'P1', from: T0 - 9 * DAY, to: T0 + 9 * DAY } } as const;
    expect(judge(arc(T0 - DAY, T0), [typedAt(up, permitted)])).toBe(expected);
  });

  it('lies with the arc inside the permit, where the bounds allow it', () => {
    const permit = { kind: 'permit', id: 'P1', from: T0 - 4 * HOUR, to: T0 - 3 * HOUR } as const;
    expect(judge(arc(T0 - DAY, T0), [typedAt(9 * MINUTE, { authority: permit })])).toBe(FINE);
    expect(judge(arc(T0 - 2 * HOUR, T0), [typedAt(9 * MINUTE, { authority: permit })])).toContain('permit-overrun');
  });
});

it('a job unlocked online in the arc’s own start proves contact: its time is no matter of bounds', () => {
  const online = job({ unlocked: { chipNo: CHIP, boot: 7, up: null } });
  expect(judge(arc(T0 - DAY, T0 + HOUR - MINUTE), [online])).toBe('on-platform certified permit-overrun');
});
