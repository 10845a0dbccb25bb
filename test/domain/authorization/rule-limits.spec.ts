import { authorize } from '../../../src/domain/authorization/authorize';
import type { Facts } from '../../../src/domain/authorization/facts';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import {
  certificate, machine, metresNorth, perfect, permit, T0, welder, withCertificate, withMachine, withPermit, withWelder,
} from './perfect-facts'; // prettier-ignore

/** Findings as `code severity`, or `code:variant severity`. */
const found = (facts: Facts, at = T0): string[] =>
  authorize(facts, at).findings.map(
    ({ code, variant, severity }) => `${code}${variant ? `:${variant}` : ''} ${severity}`,
  );

type Row = [string, Facts, string[]];

describe('a machine', () => {
  const job = { id: 'J1', machineId: 'M1', outlet: 1, automatic: false };
  it.each<Row>([
    ['in repair is out of service', withMachine({ status: 'repair' }), ['machine.suspended block']],
    [
      'checked until one ms from now',
      withMachine({ inspectionEndsAt: T0 + 1 }),
      ['machine.inspection-overdue:soon warn'],
    ],
    ['checked until now', withMachine({ inspectionEndsAt: T0 }), ['machine.inspection-overdue block']],
    [
      '30 days before its check',
      withMachine({ inspectionEndsAt: T0 + 30 * DAY }),
      ['machine.inspection-overdue:soon warn'],
    ],
    ['30 days and a ms before its check', withMachine({ inspectionEndsAt: T0 + 30 * DAY + 1 }), []],
    ['with a job on another outlet', withMachine({ outlets: 2, openJobs: [{ ...job, outlet: 2 }] }), []],
    ['with a job on this outlet', withMachine({ openJobs: [job] }), ['machine.in-use block']],
    [
      'whose job is handed over',
      { ...withMachine({ openJobs: [job] }), asked: { ...perfect.asked, replacesJobId: 'J1' } },
      [],
    ],
    ['whose lock is 10 s old', withMachine({ lockUnansweredSince: T0 - 10_000 }), []],
    [
      'whose lock is unanswered for longer',
      withMachine({ lockUnansweredSince: T0 - 10_001 }),
      ['machine.in-use block'],
    ],
    ['with a blocked chip', { ...perfect, chip: { ...perfect.chip!, blocked: true } }, ['machine.no-chip block']],
    [
      'a gas set that nobody saw, shown in a photo',
      { ...withMachine({ process: 'GAS', control: 'code-only', factsClaimed: true }), chip: null },
      ['machine.facts-unconfirmed:shown warn'],
    ],
    ['a machine that nobody saw, with its chip', withMachine({ factsClaimed: true }), []],
    [
      'that nobody saw is so far no automatic one',
      {
        ...withWelder({ openJobs: [{ ...job, machineId: 'M2' }] }),
        machine: { ...machine, automatic: true, factsClaimed: true },
      },
      ['welder.busy block'],
    ],
    ['a gas set needs no chip', { ...withMachine({ process: 'GAS', control: 'code-only' }), chip: null }, []],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});

describe('a chip', () => {
  const heard = (lastSeenAt: number | null): Facts => ({ ...perfect, chip: { ...perfect.chip!, lastSeenAt } });
  it.each<Row>([
    ['heard of 180 s ago', heard(T0 - 180_000), []],
    ['one ms longer ago', heard(T0 - 180_001), ['chip.offline block']],
    ['never heard of', heard(null), ['chip.offline block']],
    [
      'without network, where a one-time code is asked for',
      { ...heard(null), asked: { ...perfect.asked, purpose: 'offline-code' } },
      [],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});

describe('a welder', () => {
  const job = { id: 'J1', machineId: 'M9', outlet: 1, automatic: false };
  const photo = (photoTakenAt: number): Facts => ({ ...perfect, asked: { ...perfect.asked, photoTakenAt } });
  it.each<Row>([
    ['trained until one ms from now', withWelder({ trainingEndsAt: T0 + 1 }), []],
    ['trained until now', withWelder({ trainingEndsAt: T0 }), ['welder.training-overdue block']],
    ['photographed 10 minutes ago', photo(T0 - 10 * MINUTE), []],
    ['one ms longer ago', photo(T0 - 10 * MINUTE - 1), ['welder.identity-unconfirmed block']],
    ['photographed in the future', photo(T0 + 1), ['welder.identity-unconfirmed block']],
    ['with another job', withWelder({ openJobs: [job] }), ['welder.busy block']],
    ['with a job on an automatic machine', withWelder({ openJobs: [{ ...job, automatic: true }] }), []],
    [
      'starting an automatic machine beside a job',
      { ...withWelder({ openJobs: [job] }), machine: { ...machine, automatic: true } },
      [],
    ],
    [
      'whose other job is the one handed over',
      { ...withWelder({ openJobs: [job] }), asked: { ...perfect.asked, replacesJobId: 'J1' } },
      [],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});

describe('a certificate', () => {
  const abolished = Date.parse('2026-05-31T16:00:00Z'); // 1 June 2026, 00:00 in China
  const other = { ...certificate, id: 'C2', operations: ['brazing' as const], status: 'unverified' as const };
  it.each<Row>([
    ['valid from now', withCertificate({ validFrom: T0 }), []],
    ['valid from one ms later', withCertificate({ validFrom: T0 + 1 }), ['certificate.not-yet-valid block']],
    ['valid until one ms from now', withCertificate({ validTo: T0 + 1 }), []],
    ['valid until now', withCertificate({ validTo: T0 }), ['certificate.expired block']],
    [
      'to be reviewed by 31 May 2026',
      withCertificate({ reviewDueAt: abolished }),
      ['certificate.review-overdue block'],
    ],
    ['to be reviewed by 1 June 2026: abolished', withCertificate({ reviewDueAt: abolished + 1 }), []],
    [
      'of special equipment, reviews go on',
      withCertificate({ kind: 'special-equipment', reviewDueAt: abolished + 1 }),
      ['certificate.review-overdue block'],
    ],
    ['to be reviewed one ms from now', withCertificate({ kind: 'special-equipment', reviewDueAt: T0 + 1 }), []],
    [
      'to be reviewed until now',
      withCertificate({ kind: 'special-equipment', reviewDueAt: T0 }),
      ['certificate.review-overdue block'],
    ],
    ['one in order is enough', { ...perfect, certificates: [other, certificate] }, []],
    [
      'of two bad ones the better one speaks',
      { ...perfect, certificates: [other, { ...certificate, status: 'unverified' }] },
      ['certificate.unverified block'],
    ],
    [
      'for resistance welding fusion is none',
      withMachine({ process: 'RESISTANCE' }),
      ['certificate.operation-mismatch block'],
    ],
    [
      'a process without a rule is covered by nobody',
      withMachine({ process: 'LASER' }),
      ['certificate.operation-mismatch block'],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});

describe('a permit', () => {
  const small = { regime: 'small', level: 'one', proposedLevel: 'one', lastGasTest: null } as const;
  const ownMachine = { ...machine, enterpriseId: null, ownerWelderId: 'W1' };
  it.each<Row>([
    ['begins now', withPermit({ plannedStart: T0 }), []],
    ['begins one ms later', withPermit({ plannedStart: T0 + 1 }), ['permit.not-yet-valid block']],
    ['ends one ms later', withPermit({ plannedEnd: T0 + 1 }), []],
    ['ends now, whatever its state says', withPermit({ plannedEnd: T0 }), ['permit.expired block']],
    ['expired by its state', withPermit({ state: 'expired', plannedEnd: T0 }), ['permit.expired block']],
    [
      'a draft past its end lacks both',
      withPermit({ state: 'draft', plannedEnd: T0 }),
      ['permit.not-issued block', 'permit.expired block'],
    ],
    ['a draft', withPermit({ state: 'draft' }), ['permit.not-issued block']],
    ['submitted', withPermit({ state: 'submitted' }), ['permit.not-issued block']],
    ['rejected', withPermit({ state: 'rejected' }), ['permit.not-issued block']],
    ['returned', withPermit({ state: 'returned' }), ['permit.not-issued block']],
    ['in its fire watch', withPermit({ state: 'fire_watch' }), ['permit.closed block']],
    ['cancelled', withPermit({ state: 'cancelled', plannedEnd: T0 }), ['permit.closed block']],
    [
      'small, issued, confirmed by the occupier',
      withPermit({ ...small, state: 'issued', watchOn: false, occupierConfirmed: true }),
      [],
    ],
    [
      'small, not confirmed',
      withPermit({ ...small, state: 'issued', watchOn: false }),
      ['permit.fire-watch-absent block'],
    ],
    ['no machines named: one of its enterprise', withPermit({ machineIds: [] }), []],
    [
      'no machines named: one of its contractor',
      withPermit({ machineIds: [], enterpriseId: 'E2', contractorId: 'E1' }),
      [],
    ],
    [
      'no machines named: a stranger’s',
      withPermit({ machineIds: [], enterpriseId: 'E2' }),
      ['permit.machine-not-named block'],
    ],
    [
      'no machines named: the named welder’s own',
      { ...withPermit({ machineIds: [], enterpriseId: 'E2' }), machine: ownMachine },
      [],
    ],
    ['no machines, no enterprise: the welder’s shop', withPermit({ machineIds: [], enterpriseId: null }), []],
    [
      'no machines, no enterprise: another shop',
      { ...withPermit({ machineIds: [], enterpriseId: null }), welder: { ...welder, enterpriseIds: ['E2'] } },
      ['permit.machine-not-named block'],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});

describe('a gas test is fresh for 30 minutes before work (GB 30871-2022)', () => {
  const sampled = (age: number, change = {}): Facts =>
    withPermit({ lastGasTest: { sampledAt: T0 - age, passed: true }, ...change });
  const stale = ['permit.gas-test-stale block'];
  it.each<Row>([
    ['30 minutes', sampled(30 * MINUTE), []],
    ['one ms more', sampled(30 * MINUTE + 1), stale],
    ['from the future', sampled(-1), stale],
    ['work paused 30 minutes', sampled(100 * MINUTE, { lastWorkAt: T0 - 30 * MINUTE }), []],
    ['work paused one ms longer', sampled(100 * MINUTE, { lastWorkAt: T0 - 30 * MINUTE - 1 }), stale],
    [
      'second level: paused 60 minutes',
      sampled(100 * MINUTE, { level: 'second', proposedLevel: 'second', lastWorkAt: T0 - 60 * MINUTE }),
      [],
    ],
    [
      'second level: one ms longer',
      sampled(100 * MINUTE, { level: 'second', proposedLevel: 'second', lastWorkAt: T0 - 60 * MINUTE - 1 }),
      stale,
    ],
    ['work was before the sampling', sampled(31 * MINUTE, { lastWorkAt: T0 - 31 * MINUTE - 1 }), stale],
    [
      'special level: measured all the time',
      sampled(31 * MINUTE, { level: 'special', proposedLevel: 'special', lastWorkAt: T0 }),
      stale,
    ],
    [
      'optional, and none',
      withPermit({ regime: 'general', level: 'ordinary', proposedLevel: 'ordinary', lastGasTest: null }),
      [],
    ],
    ['optional, and old', sampled(DAY, { regime: 'general', level: 'ordinary', proposedLevel: 'ordinary' }), []],
    [
      'optional, and failed',
      withPermit({
        regime: 'general',
        level: 'ordinary',
        proposedLevel: 'ordinary',
        lastGasTest: { sampledAt: T0, passed: false },
      }),
      ['permit.gas-test-failed block'],
    ],
    [
      'not asked for',
      withPermit({
        regime: 'construction',
        level: 'first',
        proposedLevel: 'first',
        lastGasTest: { sampledAt: T0, passed: false },
      }),
      [],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));

  it('is taken each day anew, though work never paused', () => {
    const midnight = Date.parse('2026-11-24T16:00:00Z');
    const overNight = withPermit({
      level: 'special', proposedLevel: 'first', plannedEnd: midnight + HOUR, lastWorkAt: midnight,
      lastGasTest: { sampledAt: midnight - 31 * MINUTE, passed: true },
    }); // prettier-ignore
    const facts = {
      ...overNight,
      permits: overNight.permits.map((p) => ({ ...p, level: 'first', proposedLevel: 'second' })),
    };
    const fresh = {
      ...facts,
      asked: { ...facts.asked, photoTakenAt: midnight - MINUTE },
      chip: { ...perfect.chip!, lastSeenAt: midnight },
    };
    expect(found(fresh, midnight - 1)).toEqual([]);
    expect(found(fresh, midnight)).toEqual(stale);
  });
});

describe('the level is raised on holidays, at night and in special periods', () => {
  const raised = withPermit({ level: 'first', proposedLevel: 'second' });
  const low = ['permit.level-too-low block'];
  const on = (facts: Facts, calendar: Partial<Facts['calendar']>): Facts => ({
    ...facts,
    calendar: { ...perfect.calendar, ...calendar },
  });
  it.each<Row>([
    ['legal holiday, not raised', on(perfect, { dayKind: 'legal-holiday' }), low],
    ['legal holiday, raised', on(raised, { dayKind: 'legal-holiday' }), []],
    ['a year without a holiday table', on(perfect, { yearKnown: false }), low],
    ['special period', withPermit({ specialPeriod: true }), low],
    [
      'special level cannot be raised',
      withPermit({ level: 'special', proposedLevel: 'special', specialPeriod: true }),
      [],
    ],
    ['a stricter level than needed', withPermit({ level: 'special', proposedLevel: 'second' }), []],
    ['a milder level than its own', withPermit({ level: 'second', proposedLevel: 'first' }), low],
    [
      'a level nobody knows',
      withPermit({ level: 'zero', proposedLevel: 'zero', lastGasTest: permit.lastGasTest }),
      low,
    ],
    [
      'general work is not raised',
      withPermit({ regime: 'general', level: 'ordinary', proposedLevel: 'ordinary', specialPeriod: true }),
      [],
    ],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));

  const at = (time: string, calendar: Partial<Facts['calendar']> = {}): string[] => {
    const now = Date.parse(time);
    const work = withPermit({
      plannedStart: now,
      plannedEnd: now + HOUR,
      lastGasTest: { sampledAt: now, passed: true },
    });
    const heard = {
      ...work,
      chip: { ...perfect.chip!, lastSeenAt: now },
      asked: { ...perfect.asked, photoTakenAt: now },
    };
    return found(on({ ...heard, machine: { ...machine, inspectionEndsAt: now + 300 * DAY } }, calendar), now);
  };
  it.each([
    ['21:59:59.999', '2026-11-24T13:59:59.999Z', []],
    ['22:00', '2026-11-24T14:00:00Z', low],
    ['05:59:59.999', '2026-11-24T21:59:59.999Z', low],
    ['06:00', '2026-11-24T22:00:00Z', []],
    ['Friday 23:59', '2026-11-27T04:00:00Z', []],
    ['Saturday', '2026-11-28T04:00:00Z', low],
    ['Sunday', '2026-11-29T04:00:00Z', low],
    ['Monday', '2026-11-30T04:00:00Z', []],
  ])('%s', (_, time, expected) => expect(at(time)).toEqual(expected));

  it('a weekend made a working day (调休) is one', () => {
    expect(at('2026-11-28T04:00:00Z', { dayKind: 'adjusted-workday' })).toEqual([]);
  });
});

describe('the place', () => {
  const standing = (metres: number, accuracyM: number, radiusM = 100): Facts => ({
    ...withPermit({ radiusM }),
    position: { ...metresNorth(metres), accuracyM, source: 'phone' },
  });
  it.each<Row>([
    ['100 m away', standing(99.99, 0), []],
    ['101 m away, exact', standing(101, 0), ['place.outside-site block']],
    ['101 m away, give or take 1 m', standing(100.99, 1), ['place.outside-site:doubtful warn']],
    ['110 m away, give or take 9 m', standing(110, 9), ['place.outside-site block']],
    ['110 m away, give or take 11 m', standing(110, 11), ['place.outside-site:doubtful warn']],
    ['a radius is never under 50 m', standing(49.9, 0, 10), []],
    ['51 m from a place of 10 m', standing(51, 0, 10), ['place.outside-site block']],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));

  it.each([
    ['01:59:59.999, still open', '2026-11-24T17:59:59.999Z', ['place.closed-hours-only']],
    ['02:00, closed', '2026-11-24T18:00:00Z', []],
    ['07:59:59.999', '2026-11-24T23:59:59.999Z', []],
    ['08:00, open again', '2026-11-25T00:00:00Z', ['place.closed-hours-only']],
  ])('a place of public entertainment at %s', (_, time, expected) => {
    const codes = authorize(withPermit({ placeKinds: ['public-entertainment'] }), Date.parse(time)).findings.map(
      (f) => f.code,
    );
    expect(codes.filter((code) => code === 'place.closed-hours-only')).toEqual(expected);
  });
});

describe('wind in the open air', () => {
  const blowing = (grade: number, change = {}): Facts => ({ ...withPermit(change), wind: { grade } });
  const construction = { regime: 'construction', level: 'first', proposedLevel: 'first' };
  it.each<Row>([
    ['grade 4', blowing(4), []],
    ['grade 5, not raised', blowing(5), ['weather.wind block']],
    ['grade 5, raised', blowing(5, { proposedLevel: 'second' }), ['weather.wind:guarded warn']],
    ['grade 5, under a roof', blowing(5, { openAir: false }), []],
    ['grade 5, construction', blowing(5, construction), ['weather.wind block']],
    [
      'grade 5, construction behind windbreaks',
      blowing(5, { ...construction, measures: [{ code: 'windbreak', confirmed: true }] }),
      ['weather.wind:guarded warn'],
    ],
    ['nobody measures it', { ...perfect, wind: null }, []],
  ])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
});
