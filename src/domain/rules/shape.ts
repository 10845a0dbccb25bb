import type { FieldError } from '../../kernel/refusal';

/** Words that other rules define and a value may only repeat. */
export interface Vocabulary {
  readonly levels: readonly string[];
  readonly placeKinds: readonly string[];
}

/** Says where a value is not what it must be; paths read like code: `value.gases.methane.lel`. No errors: it fits. */
export type Shape = (value: unknown, path: string, words: Vocabulary) => FieldError[];
type Fields = Readonly<Record<string, Shape>>;

const wrong = (path: string, code: string, ...limits: unknown[]): FieldError[] => [
  { path, code, params: { ...limits } },
];
const check = <T>(test: (value: T) => boolean, code: string, ...limits: unknown[]): Shape => {
  return (value, path) => (test(value as T) ? [] : wrong(path, code, ...limits));
};
/** The errors of the first that finds any: later ones may rely on earlier ones. */
const inTurn = (...shapes: readonly Shape[]): Shape => {
  return (...of) => shapes.reduce<FieldError[]>((found, shape) => (found.length > 0 ? found : shape(...of)), []);
};
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

export const flag = check((value) => typeof value === 'boolean', 'field.boolean');
export const number = (min: number, max: number): Shape =>
  inTurn(
    check(Number.isFinite, 'field.number'),
    check<number>((value) => value >= min, 'field.too-small', min),
    check<number>((value) => value <= max, 'field.too-large', max),
  );
export const whole = (min: number, max: number): Shape =>
  inTurn(check(Number.isInteger, 'field.integer'), number(min, max));
export const text = (max = 300): Shape =>
  inTurn(
    check((value) => typeof value === 'string', 'field.text'),
    check<string>((value) => value.trim() !== '', 'field.required'),
    check<string>((value) => value.length <= max, 'field.too-long', max),
  );
export const matching = (pattern: RegExp): Shape =>
  check((value) => typeof value === 'string' && pattern.test(value), 'field.format');
export const oneOf = (choices: readonly string[] | ((words: Vocabulary) => readonly string[])): Shape => {
  const known = (words: Vocabulary): readonly unknown[] => (typeof choices === 'function' ? choices(words) : choices);
  return (value, path, words) => (known(words).includes(value) ? [] : wrong(path, 'field.choice', known(words)));
};

/** No two items alike; objects are alike when they have the same `code`. */
export const list = (item: Shape, { min = 0, max = 200 } = {}): Shape => {
  const sign = (one: unknown): unknown => (isObject(one) ? ((one as { code?: unknown }).code ?? one) : one);
  return inTurn(
    check(Array.isArray, 'field.list'),
    check<unknown[]>((items) => items.length >= min, 'field.too-few', min),
    check<unknown[]>((items) => items.length <= max, 'field.too-many', max),
    (items, path, words) => (items as unknown[]).flatMap((one, i) => item(one, `${path}.${i}`, words)),
    check<unknown[]>((items) => new Set(items.map(sign)).size === items.length, 'field.repeated'),
  );
};
/** An object whose names follow `key` and whose values follow `item`. */
export const record = (key: Shape, item: Shape): Shape =>
  inTurn(check(isObject, 'field.object'), (value, path, words) =>
    Object.entries(value as object).flatMap(([name, one]) =>
      [key(name, `${path}.${name}`, words), item(one, `${path}.${name}`, words)].flat(),
    ),
  );
/** An object with these fields and no others; those in `optional` may be missing. */
export const fields = (required: Fields, optional: Fields = {}): Shape => {
  const known = new Map(Object.entries({ ...required, ...optional }));
  const absent: Shape = (value, path) =>
    Object.keys(required).flatMap((name) =>
      Object.hasOwn(value as object, name) ? [] : wrong(`${path}.${name}`, 'field.required'),
    );
  const given: Shape = (value, path, words) =>
    Object.entries(value as object).flatMap(
      ([name, one]) => known.get(name)?.(one, `${path}.${name}`, words) ?? wrong(`${path}.${name}`, 'field.unknown'),
    );
  return inTurn(check(isObject, 'field.object'), (...of) => [absent, given].flatMap((shape) => shape(...of)));
};
