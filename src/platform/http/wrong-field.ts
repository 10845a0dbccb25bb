import { invalid, type FieldError, type Refusal } from '../../kernel/refusal';

/** A refusal that one field of the request is to blame for; its code serves both the problem and the field. */
export const wrongField = (path: string, code: string, params?: FieldError['params']): Refusal =>
  invalid(code, { params, errors: [{ path, code, params }] });
