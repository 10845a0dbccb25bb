/** How a refusal is answered over HTTP; the one place that knows status codes maps these. */
export type RefusalKind =
  'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'stale' | 'unauthenticated' | 'too-many' | 'unavailable';

/** One field of a request that was wrong; `path` as the caller wrote it, `code` stable. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * A request that is answered "no", with a stable code that texts hang on (zh-CN and en, `platform/i18n`).
 * `params` fill the text's placeholders; `extra` travels beside `code` in the problem document (`findings`, `commands`).
 */
export interface Refusal {
  readonly kind: RefusalKind;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly extra?: Readonly<Record<string, unknown>>;
}

type Rest = Omit<Refusal, 'kind' | 'code'>;
const of =
  (kind: RefusalKind) =>
  (code: string, rest: Rest = {}): Refusal => ({ kind, code, ...rest });

export const invalid = of('invalid');
export const forbidden = of('forbidden');
export const notFound = of('not-found');
export const conflict = of('conflict');
export const stale = of('stale');
export const unauthenticated = of('unauthenticated');
export const tooMany = of('too-many');
/** Not now: the same request may be sent again soon. */
export const unavailable = of('unavailable');

/** One field of the request is to blame; its code serves both the problem and the field. */
export const wrongField = (path: string, code: string, params?: Refusal['params']): Refusal =>
  invalid(code, { params, errors: [{ path, code, params }] });

/** A single fault is also the problem's own code, so that callers need not look into the list. */
export const oneOrMany = (errors: readonly FieldError[]): Refusal => {
  const [first, ...others] = errors;
  return first && others.length === 0
    ? invalid(first.code, { params: first.params, errors })
    : invalid('request.invalid', { errors });
};

/** A refusal carried through code that cannot return it (guards, pipes); turned into problem+json at the edge. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}
