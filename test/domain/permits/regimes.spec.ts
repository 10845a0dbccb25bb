import { watchMs } from '../../../src/domain/permits/fire-watch';
import type { Permit, Regime } from '../../../src/domain/permits/permit';
import { permitLifeCycle, type PermitStep } from '../../../src/domain/permits/permit-life-cycle';
import { approvalSigning } from '../../../src/domain/permits/signing';
import type { CommandInput } from '../../../src/domain/permits/snapshot';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { inState, people, permit, rulesOf, snapshot, T0, type PersonName } from './permit-facts';

/** One line a regime and level, as the standards have it; what is tried below comes from these lines alone. */
interface Line {
  readonly regime: Regime;
  readonly level: string;
  /** Who signs, in an order that works. */
  readonly signs: readonly PersonName[];
  /** Those of them who must have been on site. */
  readonly visits: readonly PersonName[];
  readonly hours: number;
  readonly gas: 'none' | 'optional' | 'required';
  readonly watchMinutes: number;
  /** Work may go on after a pause this long without a new test. */
  readonly pauseMinutes: number | null;
  readonly closePhoto: boolean;
  readonly urgent: boolean;
}
const line = (regime: Regime, level: string, signs: PersonName[], more: Partial<Line> = {}): Line => ({
  regime,
  level,
  signs,
  visits: [],
  hours: 8,
  gas: 'none',
  watchMinutes: 30,
  pauseMinutes: null,
  closePhoto: false,
  urgent: true,
  ...more,
});

const LINES: Line[] = [
  line('small', 'one', [], { hours: 4, urgent: false }),
  line('small', 'raised', ['grid'], { visits: ['grid'], hours: 4, urgent: false }),
  line('general', 'ordinary', ['safety', 'head'], { gas: 'optional' }),
  line('general', 'raised', ['safety', 'head'], { gas: 'optional' }),
  line('construction', 'first', ['head', 'safety'], { visits: ['safety'], hours: 24 }),
  line('construction', 'second', ['manager', 'safety', 'head'], { visits: ['safety'], hours: 24 }),
  line('construction', 'third', ['manager', 'safety'], { visits: ['safety'], hours: 24 }),
  line('chemical', 'special', ['manager', 'safety', 'head'], {
    visits: ['manager', 'safety', 'head'],
    gas: 'required',
    watchMinutes: 60,
    closePhoto: true,
    urgent: false,
  }),
  line('chemical', 'first', ['manager', 'safety'], {
    visits: ['manager', 'safety'],
    gas: 'required',
    pauseMinutes: 30,
    urgent: false,
  }),
  line('chemical', 'second', ['manager'], {
    visits: ['manager'],
    gas: 'required',
    pauseMinutes: 60,
    hours: 72,
    urgent: false,
  }),
];

describe.each(LINES)('$regime $level', (row) => {
  const rules = rulesOf(row);
  const of = (state: Permit['state'], change: Partial<Permit> = {}): Permit =>
    inState(state, {
      regime: row.regime,
      level: row.level,
      proposedLevel: row.level,
      occupierPhoneGiven: true,
      ...change,
    });
  const step = (asked: Permit, name: PersonName, what: PermitStep, input: CommandInput = {}, at = T0): string => {
    const outcome = permitLifeCycle.step(snapshot(asked, people[name], { rules, input, at }), what);
    if (outcome.outcome === 'moved') return outcome.to;
    return outcome.outcome === 'refused' ? outcome.reasons.map(({ code }) => code).join() : outcome.outcome;
  };

  it('is submitted by its applicant, urgently only where that is allowed', () => {
    expect(step(of('draft'), 'applicant', 'submit')).toBe('submitted');
    expect(step(of('draft', { urgent: true }), 'applicant', 'submit')).toBe(
      row.urgent ? 'submitted' : 'permit.urgent-not-allowed',
    );
    expect(rules.longestMs).toBe(row.hours * HOUR);
  });

  it('is signed by the right people and issued after the last', () => {
    const small = row.regime === 'small';
    // the occupier of a small job has agreed before, and nobody issues it
    const agreed = { occupierConfirmedAt: small ? T0 : null };
    let asked = permit({ regime: row.regime, level: row.level, proposedLevel: row.level, ...agreed });
    row.signs.forEach((name, i) => {
      if (row.visits.includes(name)) {
        expect(step(asked, name, 'approve')).toBe('permit.site-visit-missing');
        expect(step(asked, name, 'site-visit', { metresFromPlace: 10 })).toBe('submitted');
        asked = {
          ...asked,
          siteVisits: [{ userId: people[name].kind === 'user' ? people[name].userId : '', round: 1, at: T0 }],
        };
      }
      expect(step(asked, name, 'approve')).toBe(i < row.signs.length - 1 ? 'submitted' : small ? 'issued' : 'approved');
      const person = people[name];
      const answer = approvalSigning(snapshot(asked, person, { rules }));
      if (!('signing' in answer) || person.kind !== 'user') throw new Error('cannot sign');
      const { place, role, covers } = answer.signing;
      asked = { ...asked, signatures: [...asked.signatures, { round: 1, step: place.step, role, userId: person.userId, onBehalfOf: null, covers, signedAt: T0 }] }; // prettier-ignore
      expect(step(asked, name, 'approve')).toBe('permit.signed-already');
    });
    const last = row.signs.at(-1);
    if (last && !small) expect(step({ ...asked, state: 'approved' }, last, 'issue')).toBe('issued');
    expect(step(permit({ regime: row.regime, level: row.level, ...agreed }), 'applicant', 'approve')).toBe(
      'permit.own-application',
    );
  });

  it('is confirmed by the occupier where the regime says so', () => {
    const confirmed = row.signs.length === 0 ? 'issued' : 'submitted';
    const expected = row.regime === 'small' ? confirmed : 'permit.no-occupier-asked';
    expect(step(of('submitted', { signatures: [] }), 'occupier', 'occupier-confirmation')).toBe(expected);
  });

  it('is started with the gas test that it asks for', () => {
    const ready = { watchOnAt: T0 - MINUTE, lastGasTest: null };
    const test = (minutes: number, passed = true) => ({
      ...ready,
      lastGasTest: { sampledAt: T0 - minutes * MINUTE, passed },
    });
    const start = (change: Partial<Permit>) => step(of('issued', change), 'watcher', 'start');
    expect(start(ready)).toBe(row.gas === 'required' ? 'permit.gas-test-missing' : 'active');
    expect(start(test(10))).toBe('active');
    expect(start(test(10, false))).toBe(row.gas === 'none' ? 'active' : 'permit.gas-test-failed');
    expect(start(test(31))).toBe(row.gas === 'required' ? 'permit.gas-test-stale' : 'active');
  });

  it('goes on after a pause with the test that it asks for', () => {
    const resume = (pause: number) =>
      step(
        of('suspended', {
          lastGasTest: { sampledAt: T0 - 200 * MINUTE, passed: true },
          lastWorkAt: T0 - pause,
        }),
        'watcher',
        'resume',
      );
    const longest = row.pauseMinutes === null ? null : row.pauseMinutes * MINUTE;
    if (longest === null) expect(resume(1)).toBe(row.gas === 'required' ? 'permit.gas-test-stale' : 'active');
    else
      expect([resume(longest - 1), resume(longest), resume(longest + 1)]).toEqual([
        'active',
        'active',
        'permit.gas-test-stale',
      ]);
  });

  it('is watched after the work, and closed not a millisecond before', () => {
    expect(watchMs(rules, [])).toBe(row.watchMinutes * MINUTE);
    const watchUntil = T0 + watchMs(rules, []);
    const close = (at: number, photoGiven = true) =>
      step(of('fire_watch', { watchUntil }), 'watcher', 'close', { residualFire: false, photoGiven }, at);
    expect([close(watchUntil - 1), close(watchUntil), close(watchUntil + 1)]).toEqual([
      'permit.watch-running',
      'closed',
      'closed',
    ]);
    expect(close(watchUntil, false)).toBe(row.closePhoto ? 'permit.close-photo-missing' : 'closed');
  });

  it('stops at once for anybody concerned, and when the watcher leaves', () => {
    for (const name of ['watcher', 'welder', 'head', 'regulator'] as const)
      expect(step(of('active'), name, 'suspend')).toBe('suspended');
    expect(step(of('active'), 'watcher', 'fire-watch-off')).toBe('suspended');
    expect(step(of('suspended', { watchOnAt: null }), 'applicant', 'resume')).toContain('permit.watch-off');
  });

  it('is over at its end, whatever it was', () => {
    for (const state of ['submitted', 'approved', 'issued', 'active', 'suspended'] as const) {
      const asked = of(state);
      expect(step(asked, 'watcher', 'start', {}, asked.plannedEnd)).toBe('not-open');
      expect(step(asked, 'watcher', 'resume', {}, asked.plannedEnd)).toBe('not-open');
      expect(step(asked, 'head', 'approve', {}, asked.plannedEnd)).toBe('not-open');
    }
  });
});
