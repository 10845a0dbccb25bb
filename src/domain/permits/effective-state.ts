import type { Instant } from '../../kernel/time';
import type { Permit, PermitState } from './permit';

/** States that the end of the planned time ends, whether or not a timer ran. */
export const ENDED_BY_TIME: readonly PermitState[] = ['submitted', 'approved', 'issued', 'active', 'suspended'];

/** Half open: at its planned end a permit is over. */
export const effectiveState = (
  { state, plannedEnd }: Pick<Permit, 'state' | 'plannedEnd'>,
  at: Instant,
): PermitState => (at >= plannedEnd && ENDED_BY_TIME.includes(state) ? 'expired' : state);
