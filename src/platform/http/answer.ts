import type { Result } from '../../kernel/result';
import { RefusalError, type Refusal } from '../../kernel/refusal';

/** The value of a result, or the refusal thrown to the one filter that knows status codes. Controllers end with it. */
export function answer<T>(result: Result<T, Refusal>): T {
  if (result.ok) return result.value;
  throw new RefusalError(result.refusal);
}
