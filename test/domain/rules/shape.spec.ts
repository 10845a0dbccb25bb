import fc from 'fast-check';
import {
  fields,
  flag,
  list,
  matching,
  number,
  oneOf,
  record,
  text,
  whole,
  type Shape,
} from '../../../src/domain/rules/shape';

const WORDS = { levels: ['first', 'second'], placeKinds: ['crowded'] };
const found = (shape: Shape, value: unknown): string[] =>
  shape(value, 'value', WORDS).map(({ path, code }) => `${path} ${code}`);

const person = fields({ name: text(5) }, { age: whole(0, 150) });

describe('a shape names the place and what is wrong there', () => {
  it.each<[string, Shape, unknown, string[]]>([
    ['true', flag, true, []],
    ['a word for a flag', flag, 'true', ['value field.boolean']],
    ['the least', number(0.5, 2), 0.5, []],
    ['under the least', number(0.5, 2), 0.49, ['value field.too-small']],
    ['the most', number(0.5, 2), 2, []],
    ['over the most', number(0.5, 2), 2.01, ['value field.too-large']],
    ['a numeral', number(0.5, 2), '1', ['value field.number']],
    ['no number', number(0.5, 2), NaN, ['value field.number']],
    ['endless', number(0.5, 2), Infinity, ['value field.number']],
    ['nothing', number(0.5, 2), null, ['value field.number']],
    ['a fraction', whole(0, 9), 1.5, ['value field.integer']],
    ['a whole number too large', whole(0, 9), 10, ['value field.too-large']],
    ['words', text(3), '三个字', []],
    ['a word too many', text(3), '四个字了', ['value field.too-long']],
    ['blanks', text(3), '  ', ['value field.required']],
    ['a number for words', text(3), 1, ['value field.text']],
    ['a fitting pattern', matching(/^a+$/), 'aa', []],
    ['an unfitting pattern', matching(/^a+$/), 'ab', ['value field.format']],
    ['a choice', oneOf(['a', 'b']), 'b', []],
    ['none of them', oneOf(['a', 'b']), 'c', ['value field.choice']],
    ['a number for a choice', oneOf(['1']), 1, ['value field.choice']],
    ['a word of the vocabulary', oneOf(({ levels }) => levels), 'first', []],
    ['a word that it lacks', oneOf(({ levels }) => levels), 'third', ['value field.choice']],
    ['a list', list(whole(0, 9)), [1, 2], []],
    ['an object for a list', list(whole(0, 9)), { 0: 1 }, ['value field.list']],
    ['too few', list(whole(0, 9), { min: 1 }), [], ['value field.too-few']],
    ['too many', list(whole(0, 9), { max: 1 }), [1, 2], ['value field.too-many']],
    [
      'wrong items, each with its place',
      list(whole(0, 9)),
      [1, 'x', 10],
      ['value.1 field.integer', 'value.2 field.too-large'],
    ],
    ['twice the same', list(whole(0, 9)), [1, 1], ['value field.repeated']],
    ['twice the same code', list(fields({ code: text() })), [{ code: 'a' }, { code: 'a' }], ['value field.repeated']],
    ['two codes', list(fields({ code: text() })), [{ code: 'a' }, { code: 'b' }], []],
    ['a record', record(oneOf(['a']), flag), { a: true }, []],
    [
      'a record with wrong names and values',
      record(oneOf(['a']), flag),
      { b: 1 },
      ['value.b field.choice', 'value.b field.boolean'],
    ],
    ['a list for a record', record(oneOf(['a']), flag), [], ['value field.object']],
    ['all fields', person, { name: '王', age: 3 }, []],
    ['an optional field left out', person, { name: '王' }, []],
    ['a field left out', person, { age: 3 }, ['value.name field.required']],
    ['a field nobody knows', person, { name: '王', job: '焊' }, ['value.job field.unknown']],
    ['a name every object inherits', person, { name: '王', constructor: 1 }, ['value.constructor field.unknown']],
    ['a field that is wrong', person, { name: '王', age: -1 }, ['value.age field.too-small']],
    ['nothing for an object', person, null, ['value field.object']],
    ['a list for an object', person, [], ['value field.object']],
  ])('%s', (_, shape, value, expected) => expect(found(shape, value)).toEqual(expected));

  it('limits travel with the error, for its text', () => {
    expect(number(1, 5)(9, 'value.x', WORDS)).toEqual([{ path: 'value.x', code: 'field.too-large', params: { 0: 5 } }]);
  });

  it('nothing a caller can send breaks it', () => {
    const shape = list(
      fields({ code: text(), of: record(matching(/^[a-z]+$/), number(0, 1)) }, { places: list(flag) }),
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(shape(value, 'value', WORDS))));
  });
});
