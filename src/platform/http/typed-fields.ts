import 'reflect-metadata';
import { readTyped } from '../../kernel/typed-text';

const VERBATIM = 'hanan:verbatim';

/** A field that is not cleaned, such as a password: nobody else reads it. */
export const Verbatim = (): PropertyDecorator => (target, field) =>
  Reflect.defineMetadata(VERBATIM, [...verbatimFields(target.constructor), field], target);

export function verbatimFields(type: unknown): readonly (string | symbol)[] {
  if (typeof type !== 'function') return [];
  return (
    (Reflect.getMetadata(VERBATIM, (type as { prototype: object }).prototype) as (string | symbol)[] | undefined) ?? []
  );
}

/** Every text of a request as `readTyped` reads it, names of fields and the excepted ones left alone. */
export function tidied(value: unknown, except: readonly (string | symbol)[] = []): unknown {
  if (typeof value === 'string') return readTyped(value);
  if (Array.isArray(value)) return value.map((one) => tidied(one));
  if (value === null || typeof value !== 'object' || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, one]) => [field, except.includes(field) ? one : tidied(one)]),
  );
}
