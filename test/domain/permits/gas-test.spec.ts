import fc from 'fast-check';
import { coversUntil, isFresh } from '../../../src/domain/permits/gas-freshness';
import {
  gasFaults,
  gasesToMeasure,
  judgeGasSample,
  limitOf,
  type GasReading,
  type GasSample,
} from '../../../src/domain/permits/gas-test';
import { MINUTE, type Instant } from '../../../src/kernel/time';
import { china, rulesOf, shippedGasLimits as limits, T0 } from './permit-facts';

const sample = (readings: GasReading[], more: Partial<GasSample> = {}): GasSample => ({
  sampledAt: T0 - MINUTE,
  readings,
  ...more,
});
const vol = (gas: string, value: number): GasReading => ({ gas, value, unit: '%vol' });
const lel = (gas: string, value: number): GasReading => ({ gas, value, unit: '%LEL' });
const passes = (readings: GasReading[], more = {}): boolean => judgeGasSample(sample(readings, more), limits).passed;

describe('gas limits (GB 30871-2022)', () => {
  it.each([
    ['methane, lel 5.0: 0.5 %', vol('methane', 0.5), true],
    ['methane just above', vol('methane', 0.5001), false],
    ['hydrogen, lel exactly 4.0: 0.5 %', vol('hydrogen', 0.5), true],
    ['propane, lel 2.1: 0.2 %', vol('propane', 0.2), true],
    ['propane just above', vol('propane', 0.2001), false],
    ['nothing', vol('propane', 0), true],
    ['10 % of methane’s lel is 0.5 %', lel('methane', 10), true],
    ['a tenth more', lel('methane', 10.1), false],
    ['9.52 % of propane’s lel is just within 0.2 %', lel('propane', 9.52), true],
    ['9.53 % is not', lel('propane', 9.53), false],
    ['a meter that tells no gases apart: the strict limit', vol('combustible', 0.2), true],
    ['the same, above it', vol('combustible', 0.21), false],
    ['the same in %LEL, of the lowest on the list (diesel, 0.6)', lel('combustible', 33.3), true],
    ['the same, above it', lel('combustible', 33.5), false],
  ])('%s', (_, reading, expected) => {
    expect(passes([reading])).toBe(expected);
  });

  it.each([
    [19.4, false, false],
    [19.5, true, true],
    [20.9, true, true],
    [21, true, true],
    [21.1, false, true],
    [23.5, false, true],
    [23.6, false, false],
  ])('oxygen %d %%: %s, in enriched air %s', (value, usual, enriched) => {
    expect(passes([vol('oxygen', value)])).toBe(usual);
    expect(passes([vol('oxygen', value)], { oxygenEnriched: true })).toBe(enriched);
  });

  it('names the readings that failed, each at its point', () => {
    const readings: GasReading[] = [
      { ...vol('methane', 0.1), point: 'top' },
      { ...vol('methane', 0.6), point: 'middle' },
      { ...vol('propane', 0.3), point: 'bottom' },
    ];
    expect(judgeGasSample(sample(readings), limits)).toEqual({
      passed: false,
      failed: [
        { index: 1, gas: 'methane', vol: 0.6, limit: { max: 0.5 } },
        { index: 2, gas: 'propane', vol: 0.3, limit: { max: 0.2 } },
      ],
    });
    expect(limitOf('oxygen', limits)).toEqual({ min: 19.5, max: 21 });
  });

  it('more gas never passes where less failed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(limits.gases)),
        fc.constantFrom('%vol' as const, '%LEL' as const),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (gas, unit, a, b) => {
          const [less, more] = a < b ? [a, b] : [b, a];
          if (passes([{ gas, unit, value: more }])) expect(passes([{ gas, unit, value: less }])).toBe(true);
        },
      ),
    );
  });

  it('a value by volume and the same in parts of its limit are judged alike', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(limits.gases)),
        fc.integer({ min: 0, max: 1000 }),
        (gas, thousandths) => {
          const value = thousandths / 1000;
          const percent = (value / limits.gases[gas]!.lel) * 100;
          if (percent <= 100) expect(passes([lel(gas, percent)])).toBe(passes([vol(gas, value)]));
        },
      ),
    );
  });
});

describe('samples that cannot be', () => {
  const faults = (one: GasSample, toMeasure: string[] = []): string[] =>
    gasFaults(one, limits, toMeasure, T0).map(({ code }) => code);
  it.each<[string, GasSample, string[]]>([
    ['a good one', sample([vol('methane', 0.1)]), []],
    ['taken now', sample([vol('methane', 0.1)], { sampledAt: T0 }), []],
    ['taken in a millisecond', sample([vol('methane', 0.1)], { sampledAt: T0 + 1 }), ['permit.gas-sample-in-future']],
    ['taken long ago: stored, though stale', sample([vol('methane', 0.1)], { sampledAt: T0 - 999 * MINUTE }), []],
    ['a gas not on the list', sample([vol('phlogiston', 0.1)]), ['permit.gas-unknown']],
    ['a name of the language', sample([vol('constructor', 0.1)]), ['permit.gas-unknown']],
    ['negative', sample([vol('methane', -0.1)]), ['permit.gas-value-absurd']],
    ['more than everything', sample([vol('methane', 100.1)]), ['permit.gas-value-absurd']],
    ['all of it: absurd air, but a reading', sample([vol('methane', 100)]), []],
    ['no number', sample([vol('methane', NaN)]), ['permit.gas-value-absurd']],
    ['oxygen in %LEL', sample([lel('oxygen', 20.9)]), ['permit.gas-oxygen-unit']],
    [
      'an instrument on its last day',
      sample([vol('methane', 0.1)], { instrument: { number: 'G1', calibrationDueOn: '2026-11-24' } }),
      [],
    ],
    [
      'a day later',
      sample([vol('methane', 0.1)], { instrument: { number: 'G1', calibrationDueOn: '2026-11-23' } }),
      ['permit.gas-instrument-expired'],
    ],
    [
      'two faults',
      sample([vol('methane', -1), vol('phlogiston', 1)]),
      ['permit.gas-value-absurd', 'permit.gas-unknown'],
    ],
  ])('%s', (_, one, expected) => {
    expect(faults(one)).toEqual(expected);
  });

  it('what the permit names must be measured, and oxygen where the space is closed', () => {
    expect(gasesToMeasure(['methane'], [])).toEqual(['methane']);
    expect(gasesToMeasure(['methane', 'oxygen'], ['confined-space'])).toEqual(['methane', 'oxygen']);
    expect(gasesToMeasure([], ['confined-space'])).toEqual(['oxygen']);
    expect(faults(sample([vol('methane', 0.1)]), ['methane', 'oxygen'])).toEqual(['permit.gas-not-measured']);
    expect(faults(sample([vol('methane', 0.1), vol('oxygen', 20.9)]), ['methane', 'oxygen'])).toEqual([]);
  });
});

describe('how long a test is fresh', () => {
  const first = rulesOf({ regime: 'chemical', level: 'first' });
  const second = rulesOf({ regime: 'chemical', level: 'second' });
  const special = rulesOf({ regime: 'chemical', level: 'special' });
  const test = { sampledAt: T0, passed: true };

  it.each([
    ['the moment it was taken', 0, true],
    ['29 min 59.999 s', 30 * MINUTE - 1, true],
    ['30 min', 30 * MINUTE, true],
    ['one millisecond more', 30 * MINUTE + 1, false],
  ])('before work begins, %s: %s', (_, age, expected) => {
    for (const rules of [first, second]) expect(isFresh(test, null, rules, T0 + age)).toBe(expected);
  });

  it('a test of the future is none', () => expect(isFresh(test, null, first, T0 - 1)).toBe(false));

  it.each([
    ['first', first, 30],
    ['second', second, 60],
  ])('%s: after an interruption', (_, rules, pause) => {
    const stopped = T0 + 100 * MINUTE;
    const after = (ms: number) => isFresh(test, stopped, rules, stopped + ms);
    expect([after(pause * MINUTE - 1), after(pause * MINUTE), after(pause * MINUTE + 1)]).toEqual([true, true, false]);
  });

  it('work before the test does not keep it fresh', () => {
    expect(isFresh(test, T0 - 1, second, T0 + 31 * MINUTE)).toBe(false);
    expect(isFresh(test, T0, second, T0 + 31 * MINUTE)).toBe(true);
  });

  it('each day anew, at midnight in China', () => {
    const evening = { sampledAt: china('2026-11-24 22:00'), passed: true };
    const midnight: Instant = china('2026-11-25 00:00');
    expect(isFresh(evening, midnight - 1, second, midnight - 1)).toBe(true);
    expect(isFresh(evening, midnight - 1, second, midnight)).toBe(false);
    const late = { sampledAt: china('2026-11-24 23:50'), passed: true };
    expect(isFresh(late, null, second, china('2026-11-25 00:20'))).toBe(true);
    expect(isFresh(late, china('2026-11-25 00:20'), second, china('2026-11-25 00:21'))).toBe(false);
  });

  it('where gas is measured all the time, a reading is good for fifteen minutes, work or no work', () => {
    expect(
      [15 * MINUTE - 1, 15 * MINUTE, 15 * MINUTE + 1].map((age) => isFresh(test, T0 + age, special, T0 + age)),
    ).toEqual([true, true, false]);
  });

  it('covers going work until the day ends, or until the next reading is due', () => {
    expect(coversUntil(test, second)).toBe(china('2026-11-25 00:00') - 1);
    expect(coversUntil({ sampledAt: china('2026-11-24 23:50'), passed: true }, second)).toBe(china('2026-11-25 00:20'));
    expect(coversUntil(test, special)).toBe(T0 + 15 * MINUTE);
  });
});
