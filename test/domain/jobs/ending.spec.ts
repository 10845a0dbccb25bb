import { endingLimits, judgeEnding, type Ending, type EndingFacts } from '../../../src/domain/jobs/ending';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const permit = {
  state: 'active',
  plannedEnd: T0 + 4 * HOUR,
  watcherGone: false,
  gasTestFailed: false,
  usableUntil: null,
} as const;
const running: EndingFacts = {
  state: 'running',
  reservedAt: T0,
  runningAt: T0 + 100,
  workUntil: T0 + 4 * HOUR,
  permit,
  areaEndsAt: null,
  certificate: { revoked: false, coversUntil: T0 + 300 * DAY },
  lastArcAt: T0 + 4 * HOUR - MINUTE,
  arcOpen: false,
  idleLimitMs: 120 * MINUTE,
  outOfService: null,
  restarted: false,
  tampered: false,
  limits: endingLimits(10, 60, [30, 10, 5]),
};

const shown = (ending: Ending): string =>
  ending.kind === 'go-on'
    ? 'go-on'
    : `${ending.kind} ${ending.reason}${ending.kind === 'warn' ? ` ${ending.minutes}` : ''}`;
const judged = (change: Partial<EndingFacts>, at: number): string => shown(judgeEnding({ ...running, ...change }, at));

describe('at the permit’s end', () => {
  const end = permit.plannedEnd;
  it.each([
    ['30 minutes and a ms ahead', end - 30 * MINUTE - 1, 'go-on'],
    ['30 minutes ahead', end - 30 * MINUTE, 'warn permit-expired 30'],
    ['10 minutes and a ms ahead', end - 10 * MINUTE - 1, 'warn permit-expired 30'],
    ['10 minutes ahead', end - 10 * MINUTE, 'warn permit-expired 10'],
    ['5 minutes ahead', end - 5 * MINUTE, 'warn permit-expired 5'],
    ['one ms before', end - 1, 'warn permit-expired 5'],
    ['at its end', end, 'end permit-expired'],
  ])('no arc, %s', (_, at, expected) => expect(judged({}, at)).toBe(expected));

  it.each([
    ['at its end', end, 'when-arc-stops permit-expired'],
    ['59.999 s later', end + MINUTE - 1, 'when-arc-stops permit-expired'],
    ['60 s later', end + MINUTE, 'end permit-expired'],
  ])('arc burning, %s', (_, at, expected) => expect(judged({ arcOpen: true }, at)).toBe(expected));
});

describe('other deadlines', () => {
  const inArea = { permit: null, areaEndsAt: null };
  const pupil = { certificate: { revoked: false, coversUntil: null } };
  it.each<[string, Partial<EndingFacts>, number, string]>([
    [
      'certificate, 1 ms before',
      { certificate: { revoked: false, coversUntil: T0 + HOUR } },
      T0 + HOUR - 1,
      'warn certificate-expired 5',
    ],
    [
      'certificate, over',
      { certificate: { revoked: false, coversUntil: T0 + HOUR } },
      T0 + HOUR,
      'end certificate-expired',
    ],
    [
      'certificate, over, arc burning',
      { arcOpen: true, certificate: { revoked: false, coversUntil: T0 + HOUR } },
      T0 + HOUR,
      'when-arc-stops certificate-expired',
    ],
    [
      'no certificate known any more',
      { certificate: { revoked: false, coversUntil: null } },
      T0 + HOUR,
      'end certificate-expired',
    ],
    ['a pupil’s session, 1 ms before', { ...pupil, practiceUntil: T0 + HOUR }, T0 + HOUR - 1, 'warn practice-over 5'],
    ['a pupil’s session, over', { ...pupil, practiceUntil: T0 + HOUR }, T0 + HOUR, 'end practice-over'],
    [
      'a pupil’s session, over, arc burning',
      { ...pupil, practiceUntil: T0 + HOUR, arcOpen: true },
      T0 + HOUR,
      'when-arc-stops practice-over',
    ],
    ['a pupil who became certified meanwhile', { practiceUntil: T0 + HOUR, lastArcAt: T0 + HOUR }, T0 + HOUR, 'go-on'],
    ['longest job in an area', { ...inArea, workUntil: T0 + 3 * HOUR }, T0 + 3 * HOUR, 'end time-limit'],
    ['longest job, 1 ms before', { ...inArea, workUntil: T0 + 3 * HOUR }, T0 + 3 * HOUR - 1, 'warn time-limit 5'],
    ['an area’s own end', { ...inArea, areaEndsAt: T0 + HOUR }, T0 + HOUR, 'end permit-expired'],
    ['idle since the last arc, 1 ms before', { lastArcAt: T0 + HOUR }, T0 + 3 * HOUR - 1, 'warn idle 5'],
    ['idle since the last arc', { lastArcAt: T0 + HOUR }, T0 + 3 * HOUR, 'end idle'],
    ['idle since power came', { lastArcAt: null }, T0 + 100 + 2 * HOUR, 'end idle'],
    ['never idle while an arc burns', { lastArcAt: T0, arcOpen: true }, T0 + 3 * HOUR, 'go-on'],
  ])('%s', (_, change, at, expected) => expect(judged(change, at)).toBe(expected));
});

describe('what ends a job at once, arc or not', () => {
  it.each<[string, Partial<EndingFacts>]>([
    ['chip-restarted', { restarted: true }],
    ['tamper', { tampered: true }],
    ['gas-test-failed', { permit: { ...permit, gasTestFailed: true } }],
    ['watcher-gone', { permit: { ...permit, state: 'suspended', watcherGone: true } }],
    ['permit-suspended', { permit: { ...permit, state: 'suspended' } }],
    ['permit-closed', { permit: { ...permit, state: 'fire_watch' } }],
    ['machine-out', { outOfService: 'machine-out' }],
    ['welder-suspended', { outOfService: 'welder-suspended' }],
    ['certificate-revoked', { certificate: { revoked: true, coversUntil: null } }],
  ])('%s', (reason, change) => {
    for (const state of ['reserved', 'running'] as const)
      expect(judged({ ...change, state, arcOpen: true }, T0 + 5_000)).toBe(`end ${reason}`);
  });

  it('an expired permit is left to the clock', () => {
    expect(judged({ permit: { ...permit, state: 'expired' }, arcOpen: true }, permit.plannedEnd)).toBe(
      'when-arc-stops permit-expired',
    );
  });
});

describe('a reservation waits ten seconds for the chip', () => {
  it.each([
    ['9.999 s', 9_999, 'go-on'],
    ['10 s', 10_000, 'end no-answer'],
  ])('%s', (_, waited, expected) => expect(judged({ state: 'reserved', runningAt: null }, T0 + waited)).toBe(expected));
});
