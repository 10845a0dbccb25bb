import fc from 'fast-check';
import { conflictsOf, type Neighbour, type PlannedWork, type SimopsRule } from '../../../src/domain/permits/simops';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { metresNorth, PLACE, T0 } from '../authorization/perfect-facts';

const rule = (kind: SimopsRule['with'], distanceM: number, severity: SimopsRule['severity'] = 'warn'): SimopsRule => ({
  code: `${kind}-near`,
  with: kind,
  distanceM,
  severity,
  zh: '近',
  en: 'near',
});
const RULES = [rule('hot-work', 10), rule('gas-discharge', 30, 'block'), rule('public-entertainment', 50)];
const OPEN = { 'public-entertainment': { from: '18:00', to: '02:00' } };

/** 10:00 to 14:00 in China. */
const work: PlannedWork = { ...PLACE, from: T0, to: T0 + 4 * HOUR, placeKinds: [] };
const neighbour = (kind: Neighbour['kind'], metres: number, change: Partial<Neighbour> = {}): Neighbour => ({
  id: `${kind}-${metres}`,
  kind,
  ...metresNorth(metres),
  from: T0,
  to: T0 + 4 * HOUR,
  reachM: 0,
  hours: null,
  ...change,
});
const found = (neighbours: Neighbour[], asked: Partial<PlannedWork> = {}) =>
  conflictsOf({ ...work, ...asked }, neighbours, RULES, OPEN);

describe('a distance equal to the limit lies within it', () => {
  it.each([
    ['hot-work', 9.99, true],
    ['hot-work', 10, true],
    ['hot-work', 10.01, false],
    ['gas-discharge', 29.99, true],
    ['gas-discharge', 30, true],
    ['gas-discharge', 30.01, false],
  ] as const)('%s at %s m conflicts: %s', (kind, metres, expected) => {
    expect(found([neighbour(kind, metres)])).toHaveLength(expected ? 1 : 0);
  });

  it('what has an extent is measured from its edge', () => {
    const reaching = (metres: number) => found([neighbour('gas-discharge', metres, { reachM: 20 })]);
    expect(reaching(50)).toMatchObject([{ distanceM: 30 }]);
    expect(reaching(50.01)).toHaveLength(0);
    expect(reaching(5)).toMatchObject([{ distanceM: 0 }]);
  });

  it('what no rule speaks of does not conflict', () => {
    expect(found([neighbour('painting', 0)])).toHaveLength(0);
  });
});

describe('a time that only touches does not overlap', () => {
  const [start, end] = [T0, T0 + 4 * HOUR];
  it.each([
    ['ends 1 ms after the work begins', start - HOUR, start + 1, true],
    ['ends when the work begins', start - HOUR, start, false],
    ['ends 1 ms before the work begins', start - HOUR, start - 1, false],
    ['begins 1 ms before the work ends', end - 1, end + HOUR, true],
    ['begins when the work ends', end, end + HOUR, false],
    ['begins 1 ms after the work ends', end + 1, end + HOUR, false],
    ['lies around the work', start - HOUR, end + HOUR, true],
    ['lies within the work', start + HOUR, end - HOUR, true],
  ])('%s', (_, from, to, expected) => {
    expect(found([neighbour('hot-work', 5, { from, to })])).toHaveLength(expected ? 1 : 0);
  });

  it('the first time together is told', () => {
    const [conflict] = found([neighbour('hot-work', 5, { from: T0 + HOUR, to: T0 + 9 * HOUR })]);
    expect(conflict).toMatchObject({ from: T0 + HOUR, to: T0 + 4 * HOUR, neighbourId: 'hot-work-5' });
  });
});

describe('opening hours: a place open from 18:00 to 02:00', () => {
  /** 00:00 in China on the day of T0. */
  const midnight = T0 - 10 * HOUR;
  const venue = { from: midnight - 30 * 24 * HOUR, to: midnight + 30 * 24 * HOUR, hours: OPEN['public-entertainment'] };
  const at = (from: number, to: number) =>
    found([neighbour('public-entertainment', 40, venue)], { from: midnight + from, to: midnight + to });

  it.each([
    ['by day', 2 * HOUR, 18 * HOUR, false],
    ['until 1 ms after it opens', 2 * HOUR, 18 * HOUR + 1, true],
    ['from 1 ms before it closes', 2 * HOUR - 1, 4 * HOUR, true],
    ['from when it closes', 2 * HOUR, 4 * HOUR, false],
    ['in the last hour before midnight', 23 * HOUR, 24 * HOUR, true],
    ['over midnight', 23 * HOUR, 25 * HOUR, true],
  ])('work %s', (_, from, to, expected) => {
    expect(at(from, to)).toHaveLength(expected ? 1 : 0);
  });

  it('the hours of the evening before count after midnight', () => {
    expect(at(HOUR, 5 * HOUR)).toMatchObject([{ from: midnight + HOUR, to: midnight + 2 * HOUR }]);
  });

  it('the place of the work itself is open too', () => {
    const own = (from: number, to: number) =>
      found([], { placeKinds: ['public-entertainment'], from: midnight + from, to: midnight + to });
    expect(own(17 * HOUR, 18 * HOUR)).toHaveLength(0);
    expect(own(17 * HOUR, 18 * HOUR + MINUTE)).toMatchObject([{ neighbourId: null, distanceM: 0 }]);
    expect(found([], { placeKinds: ['crowded'] })).toHaveLength(0);
  });
});

describe('order', () => {
  it('what forbids comes first, then the nearest', () => {
    const ids = found([neighbour('hot-work', 1), neighbour('gas-discharge', 25), neighbour('gas-discharge', 3)]).map(
      ({ neighbourId }) => neighbourId,
    );
    expect(ids).toEqual(['gas-discharge-3', 'gas-discharge-25', 'hot-work-1']);
  });

  it('what is found lies within the limit and within both times, whatever the neighbours', () => {
    const anywhere = fc.record({
      metres: fc.double({ min: 0, max: 60, noNaN: true }),
      from: fc.integer({ min: -6, max: 6 }),
      hours: fc.integer({ min: 1, max: 6 }),
      kind: fc.constantFrom('hot-work' as const, 'gas-discharge' as const),
    });
    fc.assert(
      fc.property(fc.array(anywhere), (all) => {
        const neighbours = all.map(({ metres, from, hours, kind }, i) =>
          neighbour(kind, metres, { id: String(i), from: T0 + from * HOUR, to: T0 + (from + hours) * HOUR }),
        );
        const conflicts = found(neighbours);
        for (const { distanceM, rule: broken, from, to } of conflicts) {
          expect(distanceM).toBeLessThanOrEqual(broken.distanceM);
          expect(from).toBeLessThan(to);
          expect(from).toBeGreaterThanOrEqual(work.from);
          expect(to).toBeLessThanOrEqual(work.to);
        }
      }),
    );
  });
});
