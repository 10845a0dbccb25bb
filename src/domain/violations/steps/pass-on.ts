import { stepOf, type ViolationCase, type ViolationStep } from './violation-step';

/** Why the platform itself takes a case from somebody: the account is closed, may not see cases any more, or is on leave. */
export type GoneBecause = 'assignee-left' | 'assignee-on-leave';

/**
 * A case does not wait for who is not there. It goes to the deputy, else to the next who looks after the place; with
 * nobody left it is open again, for the officials of the place. The due date stays.
 */
export function passOn(violation: ViolationCase, to: string | null, because: GoneBecause): ViolationStep {
  const { assignedTo: takenFrom, state } = violation;
  const backToPlace = to === null && violation.enterpriseId === null;
  return stepOf(violation, {
    command: 'reassign',
    from: state,
    to: backToPlace ? 'open' : 'assigned',
    set: { assignedTo: to, assignedEnterprise: to === null ? violation.enterpriseId : null },
    detail: { reason: because, assignedTo: to, takenFrom },
  });
}

/** Who was on leave is there again: what nobody has begun meanwhile comes back. The due date stays. */
export function bringBack(violation: ViolationCase, to: string): ViolationStep {
  const { assignedTo: takenFrom, state } = violation;
  return stepOf(violation, {
    command: 'reassign',
    from: state,
    to: 'assigned',
    set: { assignedTo: to, assignedEnterprise: null },
    detail: { reason: 'assignee-back', assignedTo: to, takenFrom },
  });
}

/** Who is asked in turn. `absent` are those who are gone or on leave themselves. */
export const successorOf = (
  takenFrom: string,
  inTurn: readonly (string | null)[],
  absent: ReadonlySet<string>,
): string | null => inTurn.find((id) => id !== null && id !== takenFrom && !absent.has(id)) ?? null;
