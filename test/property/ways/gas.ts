import { CONFINED_AIR, good, type Case, type GasSpec } from '../case';
import type { Reading } from '../oracle/world';
import { before, chemical, gasAsked, large, named, onPermit, row, set, type When, type Way } from './way';

const confined: When = (c) => onPermit(c) && c.kinds.includes('confined-space');

/** A last test that says this; a good one before it counts for nothing. */
const measure =
  (readings: readonly Reading[], age = 2) =>
  (c: Case): Case => ({ ...c, gasTests: [...c.gasTests.slice(0, -1), { readings, age }] });

const replaced =
  (...changes: readonly Reading[]) =>
  (c: Case): Case => ({
    ...c,
    gasTests: [
      {
        age: 2,
        readings: [...CONFINED_AIR.filter(({ gas }) => !changes.some((other) => other.gas === gas)), ...changes],
      },
    ],
  });

const aged =
  (age: number) =>
  (c: Case): Case => ({ ...c, gasTests: c.gasTests.map((test): GasSpec => ({ ...test, age })) });

/** What was measured, when and in which unit: D3 to D6. */
export const GAS: readonly Way[] = [
  row('D3 mixed meter', '33 %LEL on a meter for all', gasAsked, (c) =>
    measure([{ gas: 'combustible', value: 33, unit: '%LEL' }])(c),
  ),
  row('D3 mixed meter', '12 %LEL, ammonia and methane named', chemical, (c) => ({
    ...measure([{ gas: 'combustible', value: 9, unit: '%LEL' }])(c),
    gases: ['ammonia', 'methane'],
  })),
  row('D3 mixed meter', '3 %LEL, ammonia named', chemical, (c) => ({
    ...c,
    gases: ['ammonia'],
    kinds: [],
    gasTests: [{ age: 2, readings: [{ gas: 'combustible', value: 3, unit: '%LEL' }] }],
  })),
  row(
    'D3 limits',
    'methane 0.6 %vol',
    (c) => gasAsked(c) && c.gases.includes('methane'),
    (c) => measure(named(c, 0.6))(c),
  ),
  row(
    'D3 limits',
    'just over the limit',
    (c) => gasAsked(c) && c.gases.length > 0,
    (c) => measure(c.gases.map((gas) => ({ gas, value: gas === 'methane' ? 0.51 : 0.21, unit: '%vol' })))(c),
  ),
  row(
    'D3 limits',
    'just under the limit',
    (c) => gasAsked(c) && c.gases.length > 0 && !confined(c),
    (c) => measure(c.gases.map((gas) => ({ gas, value: gas === 'methane' ? 0.5 : 0.2, unit: '%vol' })))(c),
  ),
  row(
    'D3 limits',
    'methane 6,000 ppm',
    (c) => gasAsked(c) && c.gases.includes('methane'),
    measure([{ gas: 'methane', value: 6_000, unit: 'ppm' }]),
  ),
  row(
    'D3 limits',
    'bad, then good',
    (c) => gasAsked(c),
    (c) => ({
      ...c,
      gasTests: [
        {
          age: 2,
          readings: named(c, 0.9).concat(c.gases.length ? [] : [{ gas: 'combustible', value: 40, unit: '%LEL' }]),
        },
        ...c.gasTests,
      ],
    }),
  ),
  row('D4 oxygen only', 'only oxygen measured', chemical, (c) => ({
    ...measure([{ gas: 'oxygen', value: 20.9, unit: '%vol' }])(c),
  })),
  row('D4 oxygen only', 'no gas named, only oxygen measured', chemical, (c) => ({
    ...measure([{ gas: 'oxygen', value: 20.9, unit: '%vol' }])(c),
    gases: [],
  })),
  row('D4 oxygen only', 'one of two gases measured', chemical, (c) => ({ ...c, gases: ['methane', 'propane'] })),
  row('D5 gas asked', 'no gas test', gasAsked, set({ gasTests: [] }), 2),
  row(
    'D5 gas asked',
    'confined space at height, no gas test',
    (c) => large(c) && c.kinds.length === 0,
    (c) => ({ ...c, kinds: ['confined-space', 'height'], gases: ['methane'], gasTests: [] }),
  ),
  row(
    'D5 gas asked',
    'confined space, no gas test',
    (c) => large(c) && c.kinds.length === 0,
    (c) => ({ ...c, kinds: ['confined-space'], gases: ['methane'], gasTests: [] }),
    2,
  ),
  row(
    'D5 gas asked',
    'vessel held flammables, no gas test',
    (c) => onPermit(c) && c.regime === 'general',
    (c) => ({ ...c, yes: [...new Set([...c.yes, 'flammables-held'])], gases: ['propane'], gasTests: [] }),
  ),
  row(
    'D5 gas asked',
    'vessel held flammables, no gas test (site)',
    (c) => onPermit(c) && c.regime === 'construction',
    set({ yes: ['vessels'], gases: ['gasoline'], gasTests: [] }),
  ),
  row(
    'D6 poison',
    'hydrogen sulfide 0.4 %vol',
    confined,
    replaced({ gas: 'hydrogen-sulfide', value: 0.4, unit: '%vol' }),
    2,
  ),
  row(
    'D6 poison',
    'hydrogen sulfide 40 mg/m³',
    confined,
    replaced({ gas: 'hydrogen-sulfide', value: 40, unit: 'mg/m³' }),
    2,
  ),
  row('D6 poison', 'hydrogen sulfide 3 ppm', confined, replaced({ gas: 'hydrogen-sulfide', value: 3, unit: 'ppm' }), 2),
  row('D6 poison', 'carbon monoxide 90 ppm', confined, replaced({ gas: 'carbon-monoxide', value: 90, unit: 'ppm' }), 2),
  row('D6 poison', 'oxygen 18 %', confined, replaced({ gas: 'oxygen', value: 18, unit: '%vol' }), 2),
  row('D6 poison', 'oxygen 22.5 %', confined, replaced({ gas: 'oxygen', value: 22.5, unit: '%vol' }), 2),
  row('D6 poison', 'oxygen not measured', confined, (c) =>
    measure(CONFINED_AIR.filter(({ gas }) => gas !== 'oxygen'))(c),
  ),
  row('gas time', 'sampled 25 min ago', gasAsked, aged(25)),
  row('gas time', 'sampled 31 min ago', gasAsked, aged(31)),
  row('gas time', 'sampled in the future', gasAsked, aged(-20), 0.5),
  row('gas time', 'sampled 10 min ago, 10 min pass', gasAsked, (c) =>
    before({ kind: 'wait', minutes: 10 })(aged(10)(c)),
  ),
  row('gas time', 'sampled 10 min ago, 25 min pass', gasAsked, (c) =>
    before({ kind: 'wait', minutes: 25 })(aged(10)(c)),
  ),
  row('gas time', 'interrupted 40 min, measured anew', gasAsked, (c) =>
    before(
      { kind: 'suspend', by: 'watcher' },
      { kind: 'wait', minutes: 40 },
      { kind: 'measures' },
      { kind: 'gas', test: c.gasTests.at(-1) ?? good() },
      { kind: 'resume', by: 'watcher' },
    )(c),
  ),
  row(
    'gas time',
    'interrupted 40 min, not measured anew',
    gasAsked,
    before(
      { kind: 'suspend', by: 'watcher' },
      { kind: 'wait', minutes: 40 },
      { kind: 'measures' },
      { kind: 'resume', by: 'watcher' },
    ),
  ),
  row(
    'gas unit',
    'a unit that means nothing',
    gasAsked,
    (c) => measure(c.gases.map((gas) => ({ gas, value: 0.1, unit: 'bar' })))(c),
    3,
  ),
];
