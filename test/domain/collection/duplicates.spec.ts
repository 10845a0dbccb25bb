import {
  best,
  compareEnterprises,
  compareMachines,
  compareWelders,
  type MachineSeen,
  type Verdict,
} from '../../../src/domain/collection/duplicates';
import { comparable, geoCell, cellsAround, readAlike } from '../../../src/domain/collection/keys';

const HOUR = 3_600_000;
const HERE = { lat: 34.03, lng: 113.85, accuracyM: 10 };
/** So many metres north. */
const north = (m: number) => ({ ...HERE, lat: HERE.lat + m / 111_195 });
const machine = (change: Partial<MachineSeen> = {}): MachineSeen => ({
  ...{ code: null, serial: 'SN-0012', model: 'ZX7-400', owner: 'E1', place: HERE, by: 'A', at: 0 },
  ...change,
});

describe('two machines are one', () => {
  it.each<[string, Partial<MachineSeen>, Verdict['sameness']]>([
    ['read by another', { by: 'B' }, 'same'],
    ['spelt otherwise', { by: 'B', serial: 'ｓｎ 0O12', model: 'zx7 400' }, 'same'],
    ['I for 1', { by: 'B', serial: 'SN-00I2' }, 'same'],
    ['with another owner, at the same place', { by: 'B', owner: 'E2' }, 'same'],
    ['moved far, of the same owner', { by: 'B', place: north(5_000) }, 'same'],
    ['with another owner, far away', { by: 'B', owner: 'E2', place: north(5_000) }, 'likely'],
    ['with another owner, nobody knows where', { by: 'B', owner: 'E2', place: null }, 'likely'],
    ['of another model, elsewhere, of another owner', { owner: 'E2', model: 'NB-500', place: north(900) }, 'distinct'],
    ['with a sign left out, at the same place', { by: 'B', serial: 'SN-012' }, 'likely'],
    ['with two signs exchanged', { by: 'B', serial: 'SN-0021' }, 'likely'],
    ['with the next number', { by: 'B', serial: 'SN-0013' }, 'distinct'],
    ['without a number, beside it, by another', { by: 'B', serial: null, model: null, place: north(20) }, 'likely'],
    ['without a number, 30 m away', { by: 'B', serial: null, place: north(30) }, 'distinct'],
    ['without a number, by the same person on the same round', { serial: null, at: 12 * HOUR - 1 }, 'distinct'],
    ['without a number, by the same person another day', { serial: null, at: 12 * HOUR }, 'likely'],
    ['without a number, of another owner', { by: 'B', serial: null, owner: 'E2' }, 'distinct'],
  ])('%s', (_, change, sameness) => {
    expect(compareMachines(machine(), machine(change)).sameness).toBe(sameness);
    expect(compareMachines(machine(change), machine()).sameness).toBe(sameness);
  });

  it('that carry one sticker, unless their numbers contradict', () => {
    const coded = machine({ code: 'C', serial: null, owner: null, place: null });
    expect(compareMachines(coded, machine({ code: 'C' }))).toMatchObject({ sameness: 'same' });
    expect(compareMachines({ ...coded, serial: 'X9981' }, machine({ code: 'C' }))).toMatchObject({
      sameness: 'likely',
      reasons: ['code', 'model'],
    });
  });
});

describe('two people, two enterprises', () => {
  const welder = { identity: 'h1', phone: 'p1', name: '张三', by: null, at: 0 };
  it.each([
    ['one identity, whatever else', { identity: 'h1', phone: 'p2', name: '李四' }, 'same'],
    ['one phone and name', { identity: 'h2', phone: 'p1', name: '张 三' }, 'likely'],
    ['a family’s phone', { identity: 'h2', phone: 'p1', name: '张四' }, 'distinct'],
    ['a common name', { identity: 'h2', phone: 'p2', name: '张三' }, 'distinct'],
    ['nothing known', { identity: null, phone: null, name: '王五' }, 'distinct'],
  ] as const)('%s', (_, other, sameness) =>
    expect(compareWelders(welder, { ...welder, ...other }).sameness).toBe(sameness),
  );

  const shop = { uscc: 'U1', phone: 'p1', name: '顺达焊接店', by: null, at: 0 };
  it.each([
    ['one credit code', { uscc: 'U1', phone: 'p2', name: '顺达' }, 'same'],
    ['one name, one without code', { uscc: null, phone: 'p2' }, 'likely'],
    ['one name, two codes', { uscc: 'U2' }, 'distinct'],
    ['one phone, two names', { uscc: null, name: '兴达焊接店' }, 'distinct'],
  ] as const)('%s', (_, other, sameness) =>
    expect(compareEnterprises(shop, { ...shop, ...other }).sameness).toBe(sameness),
  );
});

it('a certain one is dealt with alone, likely ones the best first', () => {
  const found = (sameness: Verdict['sameness'], ...reasons: Verdict['reasons']): Verdict => ({ sameness, reasons });
  expect(best([['a', found('distinct')], ['b', found('likely', 'place')], ['c', found('likely', 'place', 'model')]]).map(([one]) => one)).toEqual(['c', 'b']); // prettier-ignore
  expect(
    best([
      ['a', found('likely', 'place')],
      ['b', found('same', 'code')],
    ]).map(([one]) => one),
  ).toEqual(['b']);
});

describe('keys', () => {
  it.each([
    ['ＳＮ—００１２', 'SN0012'],
    ['sn.ooi2', 'SN0012'],
    ['  S N_0012', 'SN0012'],
    ['逆变 ZX7', '逆变ZX7'],
  ])('%s is compared as %s', (text, key) => expect(comparable(text)).toBe(key));
  it.each([
    ['AB1234', 'AB1243', true],
    ['AB1234', 'AB123', true],
    ['AB1234', 'AB1235', false],
    ['A8Z345', 'AB2345', true],
    ['123', '132', false],
  ])('%s and %s are read alike: %s', (a, b, alike) =>
    expect([readAlike(a, b), readAlike(b, a)]).toEqual([alike, alike]),
  );
  it('what is near lies in a cell around', () => {
    for (let m = -60; m <= 60; m += 5) expect(cellsAround(HERE)).toContain(geoCell(north(m)));
    expect(cellsAround(HERE)).toHaveLength(9);
  });
});
