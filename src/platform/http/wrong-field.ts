import { invalid, type Refusal } from '../../kernel/refusal';

/** A refusal that one field of the request is to blame for; its code serves both the problem and the field. */
export const wrongField = (path: string, code: string): Refusal => invalid(code, { errors: [{ path, code }] });
