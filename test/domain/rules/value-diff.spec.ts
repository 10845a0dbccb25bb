import { differences } from '../../../src/domain/rules/value-diff';

const lines = (before: unknown, after: unknown): string[] =>
  differences(before, after).map((one) => `${one.path}: ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`);

describe('what changes between two values', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['nothing', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, []],
    ['a number', 30, 45, ['value: 30 → 45']],
    ['to false', true, false, ['value: true → false']],
    ['no rule before', undefined, 5, ['value: null → 5']],
    ['a field', { base: 30 }, { base: 60 }, ['value.base: 30 → 60']],
    ['a field more', { base: 30 }, { base: 30, x: 1 }, ['value.x: null → 1']],
    ['a field less', { base: 30, x: 1 }, { base: 30 }, ['value.x: 1 → null']],
    [
      'deep inside',
      { gases: { methane: { lel: 5 } } },
      { gases: { methane: { lel: 4.4 } } },
      ['value.gases.methane.lel: 5 → 4.4'],
    ],
    ['a list by place', [30, 10, 5], [30, 15], ['value.1: 10 → 15', 'value.2: 5 → null']],
    ['the order of levels', ['a', 'b'], ['b', 'a'], ['value.0: "a" → "b"', 'value.1: "b" → "a"']],
    ['a coded line', [{ code: 'x', zh: '甲' }], [{ code: 'x', zh: '乙' }], ['value.x.zh: "甲" → "乙"']],
    ['coded lines in another order', [{ code: 'x' }, { code: 'y' }], [{ code: 'y' }, { code: 'x' }], []],
    [
      'a coded line more',
      [{ code: 'x' }],
      [{ code: 'x' }, { code: 'y', zh: '新' }],
      ['value.y: null → {"code":"y","zh":"新"}'],
    ],
    ['a coded line less', [{ code: 'x' }, { code: 'y' }], [{ code: 'y' }], ['value.x: {"code":"x"} → null']],
    ['one kind of thing for another', 30, { base: 30 }, ['value: 30 → {"base":30}']],
    ['an object for a list of the same', { 0: 1 }, [1], []],
  ])('%s', (_, before, after, expected) => expect(lines(before, after)).toEqual(expected));
});
