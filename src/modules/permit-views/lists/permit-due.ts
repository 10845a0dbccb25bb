import type { PermitState } from '../../../domain/permits/permit';
import type { Instant } from '../../../kernel/time';

export const DUE_KINDS = ['start', 'end', 'watch-end'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

export interface Due {
  readonly kind: DueKind;
  readonly at: Instant;
  /** What should have happened by then has not. */
  readonly overdue: boolean;
}

interface Times {
  /** What it is now, not what is stored. */
  readonly state: PermitState;
  readonly plannedStart: Instant;
  readonly plannedEnd: Instant;
  readonly watchUntil: Instant | null;
}

const BEFORE_ISSUE: readonly PermitState[] = ['draft', 'returned', 'submitted', 'approved'];
const IN_FORCE: readonly PermitState[] = ['issued', 'active', 'suspended'];

/** What ends next for a permit, for its countdown. Signatures are due at the planned beginning, the close when the watch ends. */
export function dueOf({ state, plannedStart, plannedEnd, watchUntil }: Times, at: Instant): Due | null {
  const due = (kind: DueKind, when: Instant): Due => ({ kind, at: when, overdue: at >= when });
  if (BEFORE_ISSUE.includes(state)) return due('start', plannedStart);
  if (IN_FORCE.includes(state))
    return state === 'issued' && at < plannedStart ? due('start', plannedStart) : due('end', plannedEnd);
  return state === 'fire_watch' && watchUntil !== null ? due('watch-end', watchUntil) : null;
}
