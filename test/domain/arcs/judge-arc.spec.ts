import type { Arc } from '../../../src/domain/arcs/arc';
import type { ArcFacts, CoveringJob, WorkAuthority } from '../../../src/domain/arcs/arc-facts';
import { judgeArc } from '../../../src/domain/arcs/judge-arc';
import type { Certificate } from '../../../src/domain/certificates/certificate';
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/kernel/time';

const T0 = Date.parse('2026-06-10T01:00:00Z');
const GRACE = 2 * SECOND;

const arc = (from: number, to: number | null, change: Partial<Arc> = {}): Arc => ({
  id: 'ARC1',
  chipNo: 'TEST0000000001',
  machineId: 'M1',
  boot: 7,
  outlet: 1,
  startUp: 0,
  startedAt: from,
  earliestAt: null,
  endedAt: to,
  lastSeenAt: to ?? from,
  arcMs: 0,
  peakA: 180,
  claimedJobId: null,
  sampleMs: SECOND,
  ...change,
});

const certificate = (change: Partial<Certificate> = {}): Certificate => ({
  id: 'C1',
  kind: 'special-operation',
  operations: ['fusion'],
  status: 'verified',
  validFrom: T0 - 365 * DAY,
  validTo: T0 + 365 * DAY,
  reviewDueAt: null,
  revokedAt: null,
  ...change,
});

const permit = (from: number, to: number): WorkAuthority => ({ kind: 'permit', id: 'P1', from, to });

const job = (change: Partial<CoveringJob> = {}): CoveringJob => ({
  id: 'J1',
  outlet: 1,
  state: 'running',
  unlocked: { chipNo: 'TEST0000000001', boot: 7, up: null },
  endedByTime: true,
  welderId: 'W1',
  from: T0,
  to: T0 + HOUR,
  authority: permit(T0 - HOUR, T0 + 8 * HOUR),
  certificates: [certificate()],
  ...change,
});

const judge = (one: Arc, jobs: CoveringJob[], change: Partial<ArcFacts> = {}) =>
  judgeArc({
    arc: one,
    registration: 'registered',
    jobs,
    operation: 'fusion',
    leastGraceMs: GRACE,
    stopGraceMs: 0,
    outletsApart: false,
    ...change,
  });

/** `platform certificate permit` in one line. */
const verdicts = (one: Arc, jobs: CoveringJob[], change: Partial<ArcFacts> = {}): string =>
  judge(one, jobs, change)
    .map(({ verdict }) => verdict)
    .join(' ');

const FINE = 'on-platform certified permitted';
const OFF = 'off-platform not-judged not-judged';

describe('is the machine known', () => {
  it.each(['unbound', 'blocked', 'scrapped', 'lost'] as const)('%s: whatever jobs there are', (registration) => {
    expect(verdicts(arc(T0, T0 + MINUTE), [job()], { registration })).toBe(
      'unregistered-machine not-judged not-judged',
    );
  });
});

describe('an arc is covered by a job of its machine, with a grace of the larger of 2 s and one sampling interval', () => {
  it.each([
    ['within', 0, FINE],
    ['as early as the grace', -GRACE, FINE],
    ['one ms earlier', -GRACE - 1, OFF],
  ])('begins %s', (_, before, expected) => {
    expect(verdicts(arc(T0 + before, T0 + 10 * SECOND), [job()])).toBe(expected);
  });

  it.each([
    ['at the end of the job', HOUR, FINE],
    ['one ms after', HOUR + 1, FINE],
    ['as late as the grace', HOUR + GRACE, FINE],
    ['one ms later', HOUR + GRACE + 1, OFF],
  ])('begins %s', (_, after, expected) => {
    expect(verdicts(arc(T0 + after, T0 + after), [job()])).toBe(expected);
  });

  it.each([
    ['at the end of the job', 0, 'permitted'],
    ['one ms after', 1, 'permitted'],
    ['at the end of the grace', GRACE, 'permitted'],
    ['one ms later', GRACE + 1, 'permit-overrun'],
  ])('began in time and ends %s', (_, after, expected) => {
    expect(verdicts(arc(T0 + HOUR - MINUTE, T0 + HOUR + after), [job()])).toBe(`on-platform certified ${expected}`);
  });

  it('a longer sampling interval is a longer grace', () => {
    const blurred = { sampleMs: 10 * SECOND };
    expect(verdicts(arc(T0 - 10 * SECOND, T0 + MINUTE, blurred), [job()])).toBe(FINE);
    expect(verdicts(arc(T0 - 10 * SECOND - 1, T0 + MINUTE, blurred), [job()])).toBe(OFF);
  });

  it('an open arc is judged up to where it was last seen', () => {
    const burning = (lastSeenAt: number): Arc => arc(T0, null, { lastSeenAt });
    expect(verdicts(burning(T0 + HOUR + GRACE), [job()])).toBe(FINE);
    expect(verdicts(burning(T0 + HOUR + GRACE + 1), [job()])).toBe('on-platform certified permit-overrun');
  });

  it.each<[string, Partial<CoveringJob>, Partial<Arc>, string]>([
    ['of another outlet', { outlet: 2 }, {}, OFF],
    ['of another outlet, but the chip named it', { outlet: 2 }, { claimedJobId: 'J1' }, FINE],
    ['that failed', { state: 'failed' }, {}, OFF],
    ['that failed, but the chip named it: its answer was late', { state: 'failed' }, { claimedJobId: 'J1' }, FINE],
    ['that is only reserved: the chip holds its token', { state: 'reserved' }, {}, FINE],
    ['that was finished', { state: 'finished' }, {}, FINE],
  ])('a job %s', (_, change, claim, expected) => {
    expect(verdicts(arc(T0 + MINUTE, T0 + 2 * MINUTE, claim), [job(change)])).toBe(expected);
  });

  it('a spark without a job is provisional, from 3 s on it is certain', () => {
    const sustained = (ms: number) => judge(arc(T0, T0 + ms), [])[0]?.detail['sustained'];
    expect([sustained(2_999), sustained(3_000)]).toEqual([false, true]);
  });
});

describe('a handover keeps the power on: an arc may cross from one job into the next', () => {
  const first = job({ to: T0 + HOUR, state: 'finished' });
  const second = job({ id: 'J2', welderId: 'W2', from: T0 + HOUR, to: T0 + 2 * HOUR });

  it.each([
    ['without a gap', 0, 'permitted'],
    ['a gap as long as the grace', GRACE, 'permitted'],
    ['a gap one ms longer', GRACE + 1, 'permit-overrun'],
  ])('%s', (_, gap, expected) => {
    const next = { ...second, from: second.from + gap };
    expect(verdicts(arc(T0 + MINUTE, T0 + 90 * MINUTE), [first, next])).toBe(`on-platform certified ${expected}`);
  });

  it('each welder answers for the own part', () => {
    const uncertified = { ...second, certificates: [] };
    const [, found] = judge(arc(T0 + MINUTE, T0 + 90 * MINUTE), [first, uncertified]);
    expect(found).toMatchObject({ verdict: 'uncertified', jobId: 'J2', welderId: 'W2' });
    expect(verdicts(arc(T0 + MINUTE, T0 + 30 * MINUTE), [first, uncertified])).toBe(FINE);
  });

  it('of two jobs within the grace the one that was open then counts', () => {
    const [platform] = judge(arc(T0 + HOUR, T0 + HOUR + MINUTE), [first, second]);
    expect(platform?.jobId).toBe('J2');
  });
});

describe('a certificate has to hold while the arc burns', () => {
  const at = (certificates: Certificate[], from = T0 + MINUTE, to = T0 + 10 * MINUTE): string =>
    verdicts(arc(from, to), [job({ certificates })]).split(' ')[1] ?? '';

  it.each<[string, Partial<Certificate>[], string]>([
    ['none', [], 'uncertified'],
    ['never verified', [{ status: 'unverified' }], 'uncertified'],
    ['forged', [{ status: 'forged' }], 'uncertified'],
    ['for another operation', [{ operations: ['pressure'] }], 'uncertified'],
    ['not yet valid', [{ validFrom: T0 + HOUR }], 'uncertified'],
    ['expired', [{ validTo: T0 }], 'uncertified'],
    [
      'expired, and renewed without a gap',
      [{ validTo: T0 + 5 * MINUTE }, { id: 'C2', validFrom: T0 + 5 * MINUTE }],
      'certified',
    ],
    ['revoked long after', [{ status: 'revoked', revokedAt: T0 + DAY }], 'certified'],
    ['revoked before', [{ status: 'revoked', revokedAt: T0 }], 'uncertified'],
  ])('%s', (_, certificates, expected) => {
    expect(at(certificates.map(certificate))).toBe(expected);
  });

  it.each([
    ['at the end of the arc', 10 * MINUTE, 'certified'],
    ['the grace before its end', 10 * MINUTE - GRACE, 'certified'],
    ['one ms earlier', 10 * MINUTE - GRACE - 1, 'uncertified'],
  ])('revoked in the arc, %s', (_, revokedAfter, expected) => {
    expect(at([certificate({ status: 'revoked', revokedAt: T0 + revokedAfter })])).toBe(expected);
  });

  it.each([
    ['in a session that outlasts it', 20 * MINUTE, 'certified'],
    ['in a session that ends the grace before it', 10 * MINUTE - GRACE, 'certified'],
    ['in a session that ends one ms earlier', 10 * MINUTE - GRACE - 1, 'uncertified'],
    ['after its session', 0, 'uncertified'],
  ])('none, of a pupil %s', (_, after, expected) => {
    const one = job({ certificates: [], instructedUntil: T0 + after });
    expect(verdicts(arc(T0 + MINUTE, T0 + 10 * MINUTE), [one]).split(' ')[1]).toBe(expected);
  });

  it('says since when', () => {
    const revoked = certificate({ status: 'revoked', revokedAt: T0 + 2 * MINUTE });
    const [, found] = judge(arc(T0 + MINUTE, T0 + 10 * MINUTE), [job({ certificates: [revoked] })]);
    expect(found?.detail).toMatchObject({ reason: 'lost-while-working', until: T0 + 2 * MINUTE });
  });

  it('where no rule names an operation any certificate will do', () => {
    const held = [certificate({ operations: ['brazing'] })];
    expect(verdicts(arc(T0, T0 + MINUTE), [job({ certificates: held })], { operation: null })).toBe(FINE);
  });
});

describe('a permit or a designated area has to hold while the arc burns', () => {
  const at = (authority: WorkAuthority | null, from: number, to: number): string =>
    verdicts(arc(from, to), [job({ authority, to: T0 + 8 * HOUR })]).split(' ')[2] ?? '';

  it('none', () => expect(at(null, T0, T0 + MINUTE)).toBe('no-permit'));

  it.each([
    ['at its start', 0, 'permitted'],
    ['the grace before', -GRACE, 'permitted'],
    ['one ms earlier', -GRACE - 1, 'no-permit'],
  ])('begins %s', (_, before, expected) => {
    const from = T0 + HOUR;
    expect(at(permit(from, from + HOUR), from + before, from + MINUTE)).toBe(expected);
  });

  it.each([
    ['at its end', 0, 'permitted'],
    ['one ms after', 1, 'permitted'],
    ['the grace after', GRACE, 'permitted'],
    ['one ms later', GRACE + 1, 'permit-overrun'],
  ])('ends %s', (_, after, expected) => {
    expect(at(permit(T0, T0 + HOUR), T0 + MINUTE, T0 + HOUR + after)).toBe(expected);
  });

  it.each<[string, number | null, string]>([
    ['without an end', null, 'permitted'],
    ['that ended the grace before', T0 + 10 * MINUTE - GRACE, 'permitted'],
    ['that ended one ms earlier', T0 + 10 * MINUTE - GRACE - 1, 'permit-overrun'],
  ])('a designated area %s', (_, to, expected) => {
    expect(at({ kind: 'designated-area', id: 'A1', from: T0 - DAY, to }, T0, T0 + 10 * MINUTE)).toBe(expected);
  });

  it('names the permit that was overrun, and by what', () => {
    const [, , found] = judge(arc(T0, T0 + 2 * HOUR), [job({ to: T0 + 8 * HOUR, authority: permit(T0, T0 + HOUR) })]);
    expect(found).toMatchObject({ permitId: 'P1', jobId: 'J1', detail: { limit: 'permit', until: T0 + HOUR } });
  });

  it('midnight is no border', () => {
    const midnight = Date.parse('2026-06-10T16:00:00Z');
    const night = job({
      from: midnight - HOUR,
      to: midnight + HOUR,
      authority: permit(midnight - 2 * HOUR, midnight + 2 * HOUR),
    });
    expect(verdicts(arc(midnight - MINUTE, midnight + MINUTE), [night])).toBe(FINE);
  });
});

describe('C9 an arc that names the job of another outlet', () => {
  const named = (outlet: number, jobOutlet: number, outletsApart: boolean): string =>
    verdicts(arc(T0 + MINUTE, T0 + 2 * MINUTE, { outlet, claimedJobId: 'J1' }), [job({ outlet: jobOutlet })], {
      outletsApart,
    });

  it.each([
    ['outlet 2 names the job of outlet 1', 2, 1, true, OFF],
    ['outlet 1 names the job of outlet 2, and the chip tells both apart', 1, 2, true, OFF],
    ['outlet 1 names the job of outlet 2, and the chip senses both as one', 1, 2, false, FINE],
    ['outlet 2 names its own job', 2, 2, true, FINE],
  ])('%s', (_, outlet, jobOutlet, apart, expected) => expect(named(outlet, jobOutlet, apart)).toBe(expected));
});

describe('C1 a job gives power in one start of its chip only', () => {
  const unlockedIn = (boot: number, chipNo = 'TEST0000000001') => job({ unlocked: { chipNo, boot, up: null } });

  it.each([
    ['the start of the job', unlockedIn(7), FINE],
    ['the start before', unlockedIn(8), OFF],
    ['a later start: the relay opened in between', unlockedIn(6), OFF],
    ['another chip, whose starts are counted apart', unlockedIn(8, 'TEST0000000002'), FINE],
    ['a job that no chip switches', job({ unlocked: null }), FINE],
  ])('an arc of %s', (_, one, expected) => expect(verdicts(arc(T0 + MINUTE, T0 + 2 * MINUTE), [one])).toBe(expected));
});

describe('C18 what the platform itself allows is no offence', () => {
  const allowed = { stopGraceMs: MINUTE };
  const permitEnds = (change: Partial<CoveringJob> = {}) =>
    job({ authority: permit(T0 - HOUR, T0 + HOUR), to: T0 + HOUR + MINUTE, ...change });

  it.each([
    ['until the arc stops, at the latest after 60 s', arc(T0, T0 + HOUR + MINUTE + GRACE), permitEnds(), 'permitted'],
    ['one ms longer', arc(T0, T0 + HOUR + MINUTE + GRACE + 1), permitEnds({ to: T0 + 2 * HOUR }), 'permit-overrun'],
    ['a new arc after the end', arc(T0 + HOUR + 1, T0 + HOUR + GRACE + 1), permitEnds(), 'permit-overrun'],
    ['past the longest time of a job', arc(T0, T0 + HOUR + MINUTE), job(), 'permitted'],
    ['past a stop order', arc(T0, T0 + HOUR + GRACE + 1), job({ endedByTime: false }), 'permit-overrun'],
  ])('%s', (_, one, under, expected) =>
    expect(verdicts(one, [under], allowed)).toBe(`on-platform certified ${expected}`),
  );

  it('nor where a certificate runs out, but where it is revoked', () => {
    const lapses = job({ certificates: [certificate({ validTo: T0 + HOUR / 2 })] });
    const revoked = job({ certificates: [certificate({ status: 'revoked', revokedAt: T0 + HOUR / 2 })] });
    const burning = arc(T0, T0 + HOUR / 2 + MINUTE);
    expect(verdicts(burning, [lapses], allowed)).toBe(FINE);
    expect(verdicts(burning, [revoked], allowed)).toBe('on-platform uncertified permitted');
  });
});
