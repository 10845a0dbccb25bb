import * as fc from 'fast-check';
import { authorize } from '../../../src/domain/authorization/authorize';
import type { PermitFacts } from '../../../src/domain/authorization/facts';
import { gasReasons } from '../../../src/domain/permits/gas-freshness';
import { PermitRules } from '../../../src/domain/permits/permit-rules';
import { MINUTE } from '../../../src/kernel/time';
import { seededBook } from '../rules/seeded-book';
import { perfect, permit, T0 } from './perfect-facts';

/** What speaks for its gas test against giving power under a permit, by the rules as they ship. */
const powerRefused = (one: PermitFacts): string[] =>
  authorize({ ...perfect, rules: seededBook, permits: [one] }, T0)
    .findings.map(({ code }) => code)
    .filter((code) => code.startsWith('permit.gas-test'));

const permitRefused = (one: PermitFacts): string[] =>
  gasReasons(one, new PermitRules(seededBook, one, T0), T0).map(({ code }) => code);

describe('a continuous measurement at special level may not be older than 15 minutes, also when power is asked for', () => {
  const special = (age: number): PermitFacts => ({
    ...permit,
    level: 'special',
    proposedLevel: 'special',
    lastGasTest: { sampledAt: T0 - age, passed: true },
    lastWorkAt: T0,
  });
  it.each([
    ['15 minutes', 15 * MINUTE, []],
    ['one ms more', 15 * MINUTE + 1, ['permit.gas-test-stale']],
    ['16 minutes', 16 * MINUTE, ['permit.gas-test-stale']],
    ['20 minutes', 20 * MINUTE, ['permit.gas-test-stale']],
    ['30 minutes', 30 * MINUTE, ['permit.gas-test-stale']],
  ])('%s', (_, age, expected) => expect(powerRefused(special(age))).toEqual(expected));
});

const LEVELS = [
  ['chemical', 'special'],
  ['chemical', 'first'],
  ['chemical', 'second'],
  ['general', 'ordinary'],
  ['construction', 'first'],
  ['small', 'one'],
] as const;

const PLACES = fc.record({
  placeKinds: fc.constantFrom<string[]>([], ['confined-space']),
  levelAnswers: fc.constantFrom<{ code: string; yes: boolean }[]>([], [{ code: 'vessels', yes: true }]),
});

it('permit and power never disagree about a gas test', () => {
  const age = fc.integer({ min: -1, max: 200 }).map((minutes) => minutes * MINUTE);
  const near = fc.constantFrom(-1, 0, 1);
  const tests = fc.option(
    fc.record({ age, near, passed: fc.boolean() }).map((test) => ({
      sampledAt: T0 - test.age - test.near,
      passed: test.passed,
    })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...LEVELS),
      tests,
      fc.option(age),
      PLACES,
      ([regime, level], lastGasTest, pause, place) => {
        const lastWorkAt = pause === null ? null : T0 - pause;
        const one = { ...permit, regime, level, proposedLevel: level, lastGasTest, lastWorkAt, ...place };
        expect(powerRefused(one)).toEqual(permitRefused(one));
      },
    ),
  );
});

describe('D5 power is not given without a gas test that place or answer asks for', () => {
  it.each([
    ['general', 'ordinary', ['confined-space'], []],
    ['small', 'one', ['confined-space'], []],
    ['construction', 'first', [], [{ code: 'vessels', yes: true }]],
    ['general', 'raised', [], [{ code: 'flammables-held', yes: true }]],
  ] as const)('%s %s %j %j', (regime, level, placeKinds, levelAnswers) => {
    const one = { ...permit, regime, level, proposedLevel: level, placeKinds, levelAnswers };
    expect(powerRefused({ ...one, lastGasTest: null })).toEqual(['permit.gas-test-missing']);
    expect(powerRefused({ ...one, lastGasTest: { sampledAt: T0 - 31 * MINUTE, passed: true } })).toEqual([
      'permit.gas-test-stale',
    ]);
    expect(powerRefused(one)).toEqual([]);
  });
});
