import { gasTestAsked } from '../../../src/domain/permits/gas-asked';
import { permitLifeCycle } from '../../../src/domain/permits/permit-life-cycle';
import { nextDueAt } from '../../../src/domain/permits/what-time-brings';
import { HOUR } from '../../../src/kernel/time';
import { inState, people, rulesOf, snapshot, T0 } from './permit-facts';

const yes = (...codes: string[]) => codes.map((code) => ({ code, yes: true }));
const TANK = ['confined-space'];

describe('D5 a gas test is asked for by regime, place or answer', () => {
  it.each([
    ['general', 'ordinary', [], [], 'optional'],
    ['general', 'raised', [], yes('flammables-held'), 'required'],
    ['general', 'raised', [], [{ code: 'flammables-held', yes: false }], 'optional'],
    ['general', 'raised', [], yes('public-present'), 'optional'],
    ['general', 'ordinary', TANK, [], 'required'],
    ['general', 'ordinary', ['crowded', ...TANK], [], 'required'],
    ['general', 'raised', [], yes('height-or-confined'), 'required'],
    ['general', 'raised', ['height'], yes('height-or-confined'), 'optional'],
    ['general', 'raised', ['height', ...TANK], yes('height-or-confined'), 'required'],
    ['construction', 'first', [], [], 'none'],
    ['construction', 'first', [], yes('vessels'), 'required'],
    ['construction', 'first', [], yes('closed-space'), 'required'],
    ['construction', 'second', [], yes('small-tank-or-height'), 'required'],
    ['construction', 'second', ['height'], yes('small-tank-or-height'), 'none'],
    ['construction', 'third', TANK, [], 'required'],
    ['small', 'one', [], [], 'none'],
    ['small', 'one', TANK, [], 'required'],
    ['chemical', 'second', [], [], 'required'],
  ])('%s %s at %j with %j: %s', (regime, level, placeKinds, levelAnswers, expected) => {
    expect(gasTestAsked({ placeKinds, levelAnswers }, rulesOf({ regime, level }))).toBe(expected);
  });
});

describe('D5 where it is asked for outside chemical plants', () => {
  const construction = { regime: 'construction', level: 'third', placeKinds: TANK, watchOnAt: T0 } as const;

  it('work does not begin or go on without it', () => {
    for (const [state, command] of [
      ['issued', 'start'],
      ['suspended', 'resume'],
    ] as const) {
      const answer = permitLifeCycle.step(snapshot(inState(state, construction), people.watcher), command);
      expect(answer).toMatchObject({ outcome: 'refused', reasons: [{ code: 'permit.gas-test-missing' }] });
    }
  });

  it('work that goes on is stopped when the next record is missed', () => {
    const active = inState('active', {
      ...construction,
      plannedEnd: T0 + 8 * HOUR,
      lastGasTest: { sampledAt: T0, passed: true },
      tapMissedAt: T0,
      tappedAt: T0 + 7 * HOUR,
    });
    expect(nextDueAt(active, rulesOf(active))).toBe(T0 + 2 * HOUR + 1);
  });
});
