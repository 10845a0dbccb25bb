import fc from 'fast-check';
import { coversUntil, isFresh } from '../../../src/domain/permits/gas-freshness';
import { limitOf, limitsOf, onlyExplosion, shownLimit, type GasPlace } from '../../../src/domain/permits/gas-limits';
import {
  gasFaults,
  gasesToMeasure,
  judgeGasSample,
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
const place = (gases: string[] = [], placeKinds: string[] = []): GasPlace => ({ gases, placeKinds });
const passes = (readings: GasReading[], more = {}): boolean =>
  judgeGasSample(sample(readings, more), limits, place()).passed;

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
    ['the same in %LEL, where no gas is named: 10 %LEL', lel('combustible', 10), true],
    ['the same, above it', lel('combustible', 10.1), false],
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
    const source = 'GB 30871-2022 5.3.2';
    const readings: GasReading[] = [
      { ...vol('methane', 0.1), point: 'top' },
      { ...vol('methane', 0.6), point: 'middle' },
      { ...vol('propane', 0.3), point: 'bottom' },
    ];
    expect(judgeGasSample(sample(readings), limits, place())).toEqual({
      passed: false,
      failed: [
        { index: 1, gas: 'methane', value: 0.6, limit: { basis: 'explosion', max: 0.5, unit: '%vol', source } },
        { index: 2, gas: 'propane', value: 0.3, limit: { basis: 'explosion', max: 0.2, unit: '%vol', source } },
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

describe('D3 a meter that tells no gases apart', () => {
  it('measures in %LEL every named gas that only burns, none that poisons', () => {
    const lacking = (gas: string, reading: GasReading): string[] =>
      gasFaults(sample([reading]), limits, [gas], T0).map(({ code }) => code);
    expect(lacking('ammonia', lel('combustible', 3))).toEqual([]);
    expect(lacking('ammonia', vol('combustible', 0.1))).toEqual(['permit.gas-not-measured']);
    expect(lacking('hydrogen-sulfide', lel('combustible', 3))).toEqual(['permit.gas-not-measured']);
    expect(lacking('oxygen', lel('combustible', 3))).toEqual(['permit.gas-not-measured']);
  });

  const combustible = (reading: GasReading, gases: string[]): boolean =>
    judgeGasSample(sample([reading]), limits, place(gases)).passed;
  it.each([
    ['no gas named', [], 10, 10.1],
    ['only oxygen named', ['oxygen'], 10, 10.1],
    ['methane', ['methane'], 10, 10.1],
    ['ethane', ['ethane'], 6.66, 6.67],
    ['ammonia', ['ammonia'], 3.33, 3.34],
    ['carbon monoxide', ['carbon-monoxide'], 4, 4.01],
    ['methane and ammonia: the strictest', ['methane', 'ammonia'], 3.33, 3.34],
    ['diesel: never more than 10 %LEL', ['diesel'], 10, 10.1],
    ['a name that is not on the list', ['phlogiston'], 10, 10.1],
  ])('%s', (_, gases, within, above) => {
    expect([combustible(lel('combustible', within), gases), combustible(lel('combustible', above), gases)]).toEqual([
      true,
      false,
    ]);
    expect([combustible(vol('combustible', 0.2), gases), combustible(vol('combustible', 0.21), gases)]).toEqual([
      true,
      false,
    ]);
  });

  it('33 %LEL beside a good methane reading fails', () => {
    const both = sample([vol('methane', 0), lel('combustible', 33)]);
    expect(judgeGasSample(both, limits, place(['methane'])).passed).toBe(false);
  });

  const known = Object.keys(limits.gases);
  const reading = fc.record({
    gas: fc.constantFrom('combustible', ...known),
    unit: fc.constantFrom('%vol' as const, '%LEL' as const),
    value: fc.double({ min: 0, max: 40, noNaN: true }),
  });
  const kinds = fc.constantFrom<string[]>([], ['confined-space']);

  it('one more gas on the permit never turns fail into pass', () => {
    fc.assert(
      fc.property(reading, fc.subarray(known), fc.constantFrom(...known), kinds, (one, gases, more, placeKinds) => {
        const judged = (named: string[]) => judgeGasSample(sample([one]), limits, place(named, placeKinds)).passed;
        if (!judged(gases)) expect(judged([...gases, more])).toBe(false);
      }),
    );
  });

  it('a concentration that passes in one unit passes in every other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...known),
        fc.integer({ min: 0, max: 600_000 }),
        kinds,
        (gas, millionths, placeKinds) => {
          const volume = millionths / 1e6;
          const { lel: lower, toxic } = limits.gases[gas]!;
          const readings: GasReading[] = [
            { gas, unit: '%vol', value: volume },
            { gas, unit: '%LEL', value: (volume / lower) * 100 },
            ...(toxic ? [{ gas, unit: 'ppm' as const, value: volume * 10_000 }] : []),
            ...(toxic ? [{ gas, unit: 'mg/m³' as const, value: (volume * 10_000 * toxic.molarMass) / 24.055 }] : []),
          ];
          const verdicts = readings.map(
            (one) => judgeGasSample(sample([one]), limits, place([gas], placeKinds)).passed,
          );
          expect(new Set(verdicts).size).toBe(1);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('D4 oxygen alone is no gas test', () => {
  it.each([
    ['no gas is named', [], [], ['combustible']],
    ['only oxygen is named', ['oxygen'], [], ['oxygen', 'combustible']],
    ['no gas is named in a closed space', [], ['confined-space'], ['combustible', 'oxygen']],
    ['a gas is named there', ['methane'], ['confined-space'], ['methane', 'oxygen']],
    ['the whole is named', ['combustible'], [], ['combustible']],
  ])('%s', (_, gases, kinds, expected) => expect(gasesToMeasure(place(gases, kinds), 'required')).toEqual(expected));

  it.each([
    ['required', [vol('oxygen', 20.9)], ['permit.gas-combustible-not-measured']],
    ['required', [vol('oxygen', 20.9), vol('methane', 0)], ['permit.gas-combustible-not-measured']],
    ['required', [vol('oxygen', 20.9), vol('combustible', 0)], []],
    ['optional', [vol('oxygen', 20.9)], ['permit.gas-combustible-not-measured']],
    ['optional', [vol('oxygen', 20.9), vol('methane', 0)], []],
  ] as const)('%s, where no gas is named: %j', (asked, readings, expected) => {
    const faults = gasFaults(sample([...readings]), limits, gasesToMeasure(place(), asked), T0);
    expect(faults.map(({ code }) => code)).toEqual(expected);
  });

  it('oxygen alone is refused where only oxygen is asked for, too', () => {
    expect(gasFaults(sample([vol('oxygen', 20.9)]), limits, ['oxygen'], T0).map(({ code }) => code)).toEqual([
      'permit.gas-combustible-not-measured',
    ]);
  });
});

describe('D6 toxic gases in a closed space', () => {
  const inTank = (gas: string, unit: GasReading['unit'], value: number): boolean =>
    judgeGasSample(sample([{ gas, unit, value }]), limits, place([gas], ['confined-space'])).passed;
  it.each<[string, GasReading['unit'], number, number]>([
    ['hydrogen-sulfide', 'mg/m³', 10, 10.01],
    ['hydrogen-sulfide', 'ppm', 7.05, 7.07],
    ['hydrogen-sulfide', '%vol', 0.0007, 0.00071],
    ['hydrogen-sulfide', '%LEL', 0.0176, 0.0177],
    ['carbon-monoxide', 'mg/m³', 20, 20.01],
    ['carbon-monoxide', 'ppm', 17.17, 17.18],
    ['carbon-monoxide', '%vol', 0.0017, 0.00172],
  ])('%s in %s: %d passes, %d does not', (gas, unit, within, above) => {
    expect([inTank(gas, unit, within), inTank(gas, unit, above)]).toEqual([true, false]);
  });

  it('4,000 ppm of hydrogen sulfide fails', () => expect(inTank('hydrogen-sulfide', '%vol', 0.4)).toBe(false));

  it('a gas without a toxic limit is judged by its explosion limit only, and says so', () => {
    const limitsAt = (gas: string, kinds: string[]) => limitsOf({ gas, unit: '%vol' }, limits, place([gas], kinds));
    expect(onlyExplosion(limitsAt('benzene', ['confined-space']))).toBe(true);
    expect(onlyExplosion(limitsAt('hydrogen-sulfide', []))).toBe(true);
    expect(onlyExplosion(limitsAt('hydrogen-sulfide', ['confined-space']))).toBe(false);
    expect(onlyExplosion(limitsAt('oxygen', []))).toBe(false);
  });

  it('each limit names its clause', () => {
    const clauses = (gas: string) =>
      limitsOf({ gas, unit: '%vol' }, limits, place([], ['confined-space'])).map(({ source }) => source);
    expect(clauses('oxygen')).toEqual(['GB 30871-2022 6.4']);
    expect(clauses('hydrogen-sulfide')).toEqual(['GB 30871-2022 5.3.2', 'GB 30871-2022 6.4；GBZ 2.1']);
  });

  it.each<[string, GasReading, string[]]>([
    ['ppm of a gas without a toxic limit', { gas: 'methane', unit: 'ppm', value: 10 }, ['permit.gas-unit-unfit']],
    ['mg/m³ of a mixture', { gas: 'combustible', unit: 'mg/m³', value: 1 }, ['permit.gas-unit-unfit']],
    ['ppm of hydrogen sulfide', { gas: 'hydrogen-sulfide', unit: 'ppm', value: 4_000 }, []],
    ['more than all of it', { gas: 'hydrogen-sulfide', unit: 'ppm', value: 1_000_001 }, ['permit.gas-value-absurd']],
  ])('%s', (_, reading, expected) => {
    expect(gasFaults(sample([reading]), limits, [], T0).map(({ code }) => code)).toEqual(expected);
  });

  it.each([
    [9.5238, 9.52],
    [6.6667, 6.66],
    [3.3333, 3.33],
    [10, 10],
    [0.5, 0.5],
    [0.00070584, 0.000705],
    [7.0584, 7.05],
  ])('%d is shown as %d', (max, shown) => expect(shownLimit(max)).toBe(shown));
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
    ['oxygen in %LEL', sample([vol('methane', 0), lel('oxygen', 20.9)]), ['permit.gas-oxygen-unit']],
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
    expect(gasesToMeasure(place(['methane']), 'required')).toEqual(['methane']);
    expect(gasesToMeasure(place(['methane', 'oxygen'], ['confined-space']), 'required')).toEqual(['methane', 'oxygen']);
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

  it('in a confined space a record is good for two hours, work or no work', () => {
    const tank = { placeKinds: ['confined-space'] };
    const twoHours = 120 * MINUTE;
    for (const rules of [second, rulesOf({ regime: 'construction', level: 'first' }), rulesOf()]) {
      const fresh = (age: number) => isFresh(test, T0 + age, rules, T0 + age, tank);
      expect([twoHours - 1, twoHours, twoHours + 1].map(fresh)).toEqual([true, true, false]);
      expect(coversUntil(test, rules, tank)).toBe(T0 + twoHours);
    }
    expect(coversUntil(test, special, tank)).toBe(T0 + 15 * MINUTE);
    expect(isFresh(test, T0 + twoHours + 1, second, T0 + twoHours + 1)).toBe(true);
  });
});
