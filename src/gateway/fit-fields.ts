import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Misfit } from '../modules/telemetry/chip-message';

type Fields = Readonly<Record<string, unknown>>;

/** What fits of something a chip said: the whole without the fields that do not fit, or nothing. */
export interface Fitted<T> {
  readonly value: T | null;
  readonly misfits: readonly Misfit[];
}

/** A time that is no time says that the chip has no clock: nothing has to be mended for that. */
const MEANS_NOTHING = 't';

/**
 * Judges a message or one element of it field by field. A field that may be left out and does not fit is left out; where a
 * needed one does not fit, nothing is left. `path` is where the element stands in its message.
 */
export function fitFields<T>(
  value: unknown,
  validate: ValidateFunction<T>,
  optional: ReadonlySet<string>,
  path = '',
): Fitted<T> {
  const misfits: Misfit[] = [];
  for (let rest = value; ;) {
    if (validate(rest)) return { value: rest, misfits };
    const [first] = validate.errors ?? [];
    const field = fieldOf(first);
    const droppable = optional.has(field) && isFields(rest) && Object.hasOwn(rest, field);
    if (!droppable || field !== MEANS_NOTHING) misfits.push({ reason: reasonOf(first, path), element: rest });
    if (!droppable) return { value: null, misfits };
    rest = without(rest as Fields, field);
  }
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const fieldOf = (error: ErrorObject | undefined): string => error?.instancePath.split('/')[1] ?? '';

const reasonOf = (error: ErrorObject | undefined, path = ''): string =>
  `schema ${path}${error?.instancePath ?? ''} ${error?.keyword ?? ''}`.slice(0, 200);

const without = (fields: Fields, field: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
