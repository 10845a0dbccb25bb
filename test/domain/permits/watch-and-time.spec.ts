import fc from 'fast-check';
import { isWatched, nextTapAt, patienceEndsAt, watcherReasons, watchMs } from '../../../src/domain/permits/fire-watch';
import { measuresFor } from '../../../src/domain/permits/measures';
import type { Permit } from '../../../src/domain/permits/permit';
import { dueBy, nextDueAt } from '../../../src/domain/permits/what-time-brings';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { china, inState, people, rulesOf, rulesWith, sign, T0 } from './permit-facts';

describe('how long somebody stays after the work', () => {
  it.each([
    ['general', 'ordinary', [], 30],
    ['general', 'ordinary', ['crowded'], 60],
    ['general', 'ordinary', ['small-venue'], 30],
    ['general', 'ordinary', ['small-venue', 'sandwich-panel'], 60],
    ['construction', 'third', [], 30],
    ['small', 'one', [], 30],
    ['chemical', 'second', [], 30],
    ['chemical', 'first', ['public-assembly'], 60],
    ['chemical', 'special', [], 60],
  ])('%s %s %j: %d min', (regime, level, kinds, expected) => {
    expect(watchMs(rulesOf({ regime, level }), kinds)).toBe(expected * MINUTE);
  });

  it('the longest that applies, never less than the base', () => {
    const rules = { watchMinutes: { base: 45, placeKinds: { crowded: 30, height: 90 } } };
    expect(watchMs(rules, ['crowded'])).toBe(45 * MINUTE);
    expect(watchMs(rules, ['crowded', 'height'])).toBe(90 * MINUTE);
    expect(watchMs({ watchMinutes: { base: 20 } }, ['crowded'])).toBe(20 * MINUTE);
  });
});

describe('presence', () => {
  const rules = rulesOf();
  it('is asked for an hour after coming or after the last tap, with ten minutes’ patience', () => {
    expect(nextTapAt({ watchOnAt: T0, tappedAt: null }, rules)).toBe(T0 + HOUR);
    expect(nextTapAt({ watchOnAt: T0, tappedAt: T0 + 5 * MINUTE }, rules)).toBe(T0 + 65 * MINUTE);
    expect(nextTapAt({ watchOnAt: T0, tappedAt: T0 - HOUR }, rules)).toBe(T0 + HOUR);
    expect(patienceEndsAt({ watchOnAt: T0, tappedAt: null }, rules)).toBe(T0 + 70 * MINUTE);
    expect(nextTapAt({ watchOnAt: null, tappedAt: T0 }, rules)).toBeNull();
    expect(patienceEndsAt({ watchOnAt: null, tappedAt: null }, rules)).toBeNull();
    expect(
      nextTapAt({ watchOnAt: T0, tappedAt: null }, rulesWith({ 'permit.watch-tap-minutes': undefined })),
    ).toBeNull();
  });

  it('a small job is watched by the occupier who confirmed, others are not', () => {
    const confirmed = { fireWatchId: null, watchOnAt: null, occupierConfirmedAt: T0 };
    const nobody = { ...confirmed, occupierConfirmedAt: null };
    expect(isWatched(confirmed, rulesOf({ regime: 'small', level: 'one' }))).toBe(true);
    expect(isWatched(confirmed, rulesOf())).toBe(false);
    expect(isWatched({ ...nobody, watchOnAt: T0 }, rulesOf())).toBe(true);
    expect(isWatched(nobody, rulesOf({ regime: 'small', level: 'one' }))).toBe(false);
  });

  it.each([
    ['free', { watchesNumber: null, weldsHere: false, trainingEndsAt: null }, 'observe', []],
    [
      'elsewhere',
      { watchesNumber: 'DH-1', weldsHere: false, trainingEndsAt: null },
      'observe',
      ['permit.watcher-elsewhere'],
    ],
    [
      'one of the welders',
      { watchesNumber: null, weldsHere: true, trainingEndsAt: null },
      'observe',
      ['permit.watcher-is-welder'],
    ],
    ['training not known, only warned of', { watchesNumber: null, weldsHere: false, trainingEndsAt: null }, 'warn', []],
    [
      'training not known, enforced',
      { watchesNumber: null, weldsHere: false, trainingEndsAt: null },
      'enforce',
      ['permit.watcher-untrained'],
    ],
    [
      'training ends now',
      { watchesNumber: null, weldsHere: false, trainingEndsAt: T0 },
      'enforce',
      ['permit.watcher-untrained'],
    ],
    [
      'training ends in a millisecond',
      { watchesNumber: null, weldsHere: false, trainingEndsAt: T0 + 1 },
      'enforce',
      [],
    ],
  ] as const)('a watcher who is %s', (_, facts, watcherTraining, expected) => {
    expect(watcherReasons(facts, { watcherTraining }, T0).map(({ code }) => code)).toEqual(expected);
  });
});

describe('what time brings', () => {
  const around = (asked: Permit, at: number, rules = rulesOf(asked)): string[][] =>
    [at - 1, at, at + 1].map((moment) => dueBy(asked, rules, moment).map((due) => due.what));

  it('the end', () => {
    for (const state of ['submitted', 'approved', 'issued', 'suspended'] as const) {
      const asked = inState(state, { waitingSince: null });
      expect(around(asked, asked.plannedEnd)).toEqual([[], ['end-reached'], ['end-reached']]);
      expect(nextDueAt(asked, rulesOf(asked))).toBe(asked.plannedEnd);
    }
    for (const state of ['draft', 'returned', 'rejected', 'cancelled', 'closed', 'fire_watch', 'expired'] as const)
      expect(nextDueAt(inState(state), rulesOf())).toBeNull();
  });

  it('a missed tap calls, patience over suspends', () => {
    const asked = inState('active', { watchOnAt: T0, tappedAt: T0 });
    expect(around(asked, T0 + 60 * MINUTE)).toEqual([[], ['tap-missed'], ['tap-missed']]);
    const called = { ...asked, tapMissedAt: T0 + 60 * MINUTE };
    expect(around(called, T0 + 70 * MINUTE)).toEqual([[], ['watcher-silent'], ['watcher-silent']]);
    expect(dueBy(asked, rulesOf(), T0 + 71 * MINUTE).map(({ what }) => what)).toEqual(['tap-missed', 'watcher-silent']);
    expect(nextDueAt(asked, rulesOf())).toBe(T0 + 60 * MINUTE);
    expect(dueBy({ ...asked, state: 'suspended' }, rulesOf(), T0 + 71 * MINUTE)).toEqual([]);
  });

  it('a missed gas test: the day is over, or the next reading of a continuous measurement', () => {
    const chemical = {
      regime: 'chemical',
      lastGasTest: { sampledAt: T0, passed: true },
      plannedEnd: T0 + 72 * HOUR,
      watchOnAt: null,
    } as const;
    expect(around(inState('active', { ...chemical, level: 'second' }), china('2026-11-25 00:00'))).toEqual([
      [],
      ['gas-test-missed'],
      ['gas-test-missed'],
    ]);
    expect(around(inState('active', { ...chemical, level: 'special' }), T0 + 15 * MINUTE + 1)).toEqual([
      [],
      ['gas-test-missed'],
      ['gas-test-missed'],
    ]);
    expect(
      dueBy(
        inState('active', {
          lastGasTest: { sampledAt: T0, passed: true },
          watchOnAt: null,
          plannedEnd: T0 + 72 * HOUR,
        }),
        rulesOf(),
        china('2026-11-25 00:01'),
      ),
    ).toEqual([]);
  });

  it('sleeping approvers: themselves after half an hour, their head after an hour, then nobody', () => {
    const asked = inState('submitted', { waitingSince: T0 });
    expect(around(asked, T0 + 30 * MINUTE)).toEqual([[], ['approval-overdue'], ['approval-overdue']]);
    expect(dueBy({ ...asked, reminders: 1 }, rulesOf(), T0 + 60 * MINUTE)).toMatchObject([{ reminder: 2 }]);
    expect(dueBy({ ...asked, reminders: 1 }, rulesOf(), T0 + 60 * MINUTE - 1)).toEqual([]);
    expect(dueBy({ ...asked, reminders: 2 }, rulesOf(), T0 + 200 * MINUTE)).toEqual([]);
    const patient = rulesWith({ 'permit.approval-patience-minutes': 45 });
    expect(around(asked, T0 + 45 * MINUTE, patient)).toEqual([[], ['approval-overdue'], ['approval-overdue']]);
    const signed = inState('approved', { waitingSince: T0 });
    expect(around(signed, T0 + 30 * MINUTE)).toEqual([[], ['approval-overdue'], ['approval-overdue']]);
    expect(dueBy(inState('issued', { waitingSince: T0 }), rulesOf(), T0 + 90 * MINUTE)).toEqual([]);
    const unsaid = rulesWith({ 'permit.approval-patience-minutes': undefined });
    expect(around(asked, T0 + 30 * MINUTE, unsaid)).toEqual([[], ['approval-overdue'], ['approval-overdue']]);
  });

  it('signatures owed on an urgent permit, once', () => {
    const leader = sign({ userId: people.head.userId, step: -1, role: 'enterprise-head', covers: [-1, 1] });
    const asked = inState('closed', { urgent: true, issuedAt: T0, signatures: [leader] });
    expect(around(asked, T0 + 24 * HOUR)).toEqual([[], ['countersign-overdue'], ['countersign-overdue']]);
    expect(nextDueAt({ ...asked, countersignOverdueAt: T0 + 24 * HOUR }, rulesOf())).toBeNull();
    const full = [leader, sign({ userId: people.safety.userId, covers: [0] })];
    expect(nextDueAt({ ...asked, signatures: full }, rulesOf())).toBeNull();
    expect(nextDueAt({ ...asked, urgent: false }, rulesOf())).toBeNull();
    expect(nextDueAt({ ...asked, state: 'cancelled' }, rulesOf())).toBeNull();
    // work that was begun and ran out without being ended owes them all the same
    const expired = inState('expired', { urgent: true, issuedAt: T0, startedAt: T0, signatures: [leader] });
    expect(around(expired, T0 + 24 * HOUR)).toEqual([[], ['countersign-overdue'], ['countersign-overdue']]);
    expect(nextDueAt({ ...expired, startedAt: null }, rulesOf())).toBeNull();
  });

  it('an extension in force draws the work over, and the watch with it', () => {
    const asked = inState('active', { extended: true, watchOnAt: T0 - 90 * MINUTE, tappedAt: null });
    expect(dueBy(asked, rulesOf(), T0).map(({ what }) => what)).toEqual(['pass-over']);
    expect(dueBy(asked, rulesOf(), asked.plannedEnd).map(({ what }) => what)).toEqual(['end-reached']);
  });

  it('nothing is due before the moment that was named, and something is at it', () => {
    const anyPermit = fc.record({
      state: fc.constantFrom('submitted', 'approved', 'issued', 'active', 'suspended', 'fire_watch', 'closed' as const),
      waitingSince: fc.option(fc.integer({ min: T0 - 5 * HOUR, max: T0 })),
      reminders: fc.constantFrom(0, 1, 2),
      watchOnAt: fc.option(fc.integer({ min: T0 - 3 * HOUR, max: T0 })),
      urgent: fc.boolean(),
    });
    fc.assert(
      fc.property(anyPermit, ({ state, ...change }) => {
        const asked = inState(state, change);
        const next = nextDueAt(asked, rulesOf(asked));
        if (next === null) return expect(dueBy(asked, rulesOf(asked), T0 + 1000 * HOUR)).toEqual([]);
        expect(dueBy(asked, rulesOf(asked), next - 1)).toEqual([]);
        expect(dueBy(asked, rulesOf(asked), next).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the checklist', () => {
  const rules = [
    { code: 'always', zh: '', en: '', source: '' },
    { code: 'wind', zh: '', en: '', source: '', openAir: true },
    { code: 'crowd', zh: '', en: '', source: '', placeKinds: ['crowded', 'public-assembly'] },
  ];
  it.each([
    [false, [], ['always']],
    [true, [], ['always', 'wind']],
    [false, ['crowded'], ['always', 'crowd']],
    [true, ['height', 'public-assembly'], ['always', 'wind', 'crowd']],
  ])('open air %s, places %j', (openAir, placeKinds, expected) => {
    expect(measuresFor(rules, { openAir, placeKinds }).map(({ code }) => code)).toEqual(expected);
  });

  it.each(['small', 'general', 'construction', 'chemical'])(
    '%s: every shipped checklist has a core and grows with the place',
    (regime) => {
      const { measures } = rulesOf({ regime, level: '' });
      const core = measuresFor(measures, { openAir: false, placeKinds: [] });
      const more = measuresFor(measures, {
        openAir: true,
        placeKinds: ['crowded', 'sandwich-panel', 'confined-space'],
      });
      expect(core.length).toBeGreaterThan(2);
      expect(more.length).toBeGreaterThan(core.length);
      expect(new Set(measures.map(({ code }) => code)).size).toBe(measures.length);
    },
  );
});
