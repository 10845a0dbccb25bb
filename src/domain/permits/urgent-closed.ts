import { invalid, type Refusal } from '../../kernel/refusal';
import type { Permit } from './permit';
import type { UrgentRule } from './permit-rule-values';

/** An urgent permit that was not signed in time, even if it was signed later. */
export interface UnsignedUrgent {
  readonly number: string;
}

/** Rule `permit.urgent`, `closedBy`: an enterprise that left too many unsigned lately must use the usual approval. */
export function urgentClosed(
  { urgent }: Pick<Permit, 'urgent'>,
  unsigned: readonly UnsignedUrgent[],
  rule: UrgentRule | null,
): Refusal | null {
  const closedBy = rule?.closedBy;
  if (!urgent || !closedBy || unsigned.length < closedBy.times) return null;
  const code = 'permit.urgent-closed';
  const numbers = unsigned.map(({ number }) => number);
  const params = { days: closedBy.days, numbers };
  return invalid(code, { params, errors: [{ path: 'urgent', code, params }], extra: { numbers } });
}
