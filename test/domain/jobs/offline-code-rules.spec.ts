import { authorize } from '../../../src/domain/authorization/authorize';
import type { AreaFacts, Facts, PermitFacts } from '../../../src/domain/authorization/facts';
import { offlineCode } from '../../../src/domain/jobs/offline-code-rules';
import { HOUR, MINUTE, shanghaiMidnight } from '../../../src/kernel/time';
import { RuleBook } from '../../../src/domain/rules/rule-book';
import { perfect, permit, PLACE, T0, versions2026 } from '../authorization/perfect-facts';

const versionOf = (key: string, value: unknown, level = '') => ({
  ...versions2026[0]!,
  ...{ id: `${key}-${level}`, key, value, level },
});
const silent = { ...perfect.chip!, lastSeenAt: null };
const general = { regime: 'general', level: 'ordinary', proposedLevel: 'ordinary', lastGasTest: null } as const;

const factsOf = (change: Partial<PermitFacts> = {}, more: Partial<Facts> = {}): Facts => ({
  ...perfect,
  asked: { ...perfect.asked, purpose: 'offline-code' },
  chip: silent,
  permits: [{ ...permit, plannedEnd: T0 + 8 * HOUR, ...change }],
  ...more,
});

function codeFor(facts: Facts, at = T0): string {
  const decision = authorize(facts, at);
  if (!decision.allowed) throw new Error(JSON.stringify(decision.findings));
  const given = offlineCode(facts, decision, at);
  return given.ok ? `${given.value.hours} h, ${(given.value.validUntil - at) / MINUTE} min` : given.refusal;
}

describe('C21 a one-time code is for a chip that is not heard', () => {
  const heardAgo = (ms: number | null): Facts =>
    factsOf(general, { chip: { ...silent, lastSeenAt: ms === null ? null : T0 - ms } });
  it.each([
    ['just now', 0, 'offline.chip-heard'],
    ['180 s ago', 180_000, 'offline.chip-heard'],
    ['one ms longer ago', 180_001, '8 h, 0 min'],
    ['never', null, '8 h, 0 min'],
  ])('heard %s', (_, ago, expected) => expect(codeFor(heardAgo(ago))).toBe(expected));

  it('or fetched ahead for a place without signal, for two hours at most', () =>
    expect(
      codeFor(factsOf({ ...general, withoutSignal: true, plannedEnd: T0 + 12 * HOUR }, { chip: perfect.chip })),
    ).toBe('8 h, 120 min'));

  const area: AreaFacts = {
    id: 'A1',
    enterpriseId: 'E1',
    regionCode: '411003',
    ...PLACE,
    radiusM: 100,
    validTo: T0 + 3 * HOUR + 10 * MINUTE,
  };
  it.each([
    [false, 'offline.chip-heard'],
    [true, '3 h, 10 min'],
  ])('in a fixed area without signal: %s', (withoutSignal, expected) =>
    expect(codeFor({ ...factsOf(), permits: [], designatedArea: { ...area, withoutSignal }, chip: perfect.chip })).toBe(
      expected,
    ),
  );

  it.each([
    ['no chip', { chip: { ...silent, blocked: true }, modes: { ...perfect.modes, chip: 'observe' as const } }],
    ['code only', { machine: { ...perfect.machine!, control: 'code-only' as const } }],
  ])('%s', (_, change) => expect(codeFor(factsOf(general, change))).toBe('job.offline-no-chip'));
});

describe('C21 and never at special level, nor where gas is measured all along', () => {
  const special = { level: 'special', proposedLevel: 'special' };
  it('special', () => expect(codeFor(factsOf(special))).toBe('offline.special'));
  it('measured all along', () => {
    const rules = new RuleBook([...versions2026, versionOf('permit.gas-continuous-minutes', 15)], 'test');
    expect(codeFor(factsOf({}, { rules }))).toBe('job.offline-measured');
  });
});

describe('C21 it lasts no longer than work may go on unseen', () => {
  const taps = new RuleBook([...versions2026, versionOf('permit.watch-tap-minutes', { every: 60, patience: 10 })], 't');
  const tapped = (agoMinutes: number): Facts =>
    factsOf({ ...general, watchOnAt: T0 - 3 * HOUR, tappedAt: T0 - agoMinutes * MINUTE }, { rules: taps });
  it.each([
    ['just now', 0, '1 h, 10 min'],
    ['10 min ago', 10, '1 h, 0 min'],
    ['11 min ago', 11, 'job.offline-too-short'],
  ])('the watcher tapped %s', (_, ago, expected) => expect(codeFor(tapped(ago))).toBe(expected));

  it('without a watcher on duty no tap is due', () =>
    expect(codeFor(factsOf({ regime: 'small', level: 'one', proposedLevel: 'one', occupierConfirmed: true, watchOn: false, lastGasTest: null }, { rules: taps }))).toBe('8 h, 0 min')); // prettier-ignore

  it('typed while the gas test is fresh', () =>
    expect(codeFor(factsOf({ lastGasTest: { sampledAt: T0 - 10 * MINUTE, passed: true } }))).toBe('8 h, 0 min'));

  it('typed before the test grows stale, where the permit would leave more', () =>
    expect(codeFor(factsOf({ plannedEnd: T0 + 10 * HOUR }))).toBe('8 h, 20 min'));

  it('over before the next record of a confined space', () => {
    const rules = new RuleBook(
      [...versions2026, versionOf('permit.gas-record-minutes', { 'confined-space': 120 })],
      'test',
    );
    expect(codeFor(factsOf({ placeKinds: ['confined-space'] }, { rules }))).toBe('1 h, 20 min');
  });

  it('over before the night of a permit that was not raised', () => {
    const evening = shanghaiMidnight('2026-11-24') + 20 * HOUR + 30 * MINUTE;
    const facts = factsOf({
      plannedStart: evening - HOUR,
      plannedEnd: evening + 8 * HOUR,
      lastGasTest: { sampledAt: evening - MINUTE, passed: true },
    });
    const asked = { ...facts.asked, photoTakenAt: evening - MINUTE };
    expect(codeFor({ ...facts, asked }, evening)).toBe('1 h, 29 min');
  });

  it('over before the place opens to the public', () => {
    const morning = shanghaiMidnight('2026-11-24') + 6 * HOUR + 30 * MINUTE;
    const facts = factsOf({
      ...general,
      placeKinds: ['public-entertainment'],
      plannedStart: morning - HOUR,
      plannedEnd: morning + 8 * HOUR,
    });
    const asked = { ...facts.asked, photoTakenAt: morning - MINUTE };
    expect(codeFor({ ...facts, asked }, morning)).toBe('1 h, 30 min');
  });
});
