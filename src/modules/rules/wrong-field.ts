import { invalid, type FieldError, type Refusal } from '../../kernel/refusal';

type Params = FieldError['params'];

/** A refusal that one field of the request is to blame for; its code serves both the problem and the field. */
export const wrongField = (path: string, code: string, params?: Params): Refusal =>
  invalid(code, { params, errors: [{ path, code, params }] });
