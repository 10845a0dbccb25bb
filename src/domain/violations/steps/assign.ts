import { isWithin } from '../../../kernel/region-code';
import { ok, refused } from '../../../kernel/result';
import { dueAfter } from '../deadlines';
import { noted, wrongField, type Assignee, type CommandedViolation, type StepRule } from './command-input';

/** Who assigns a violation believes it, so a detector's suspicion is confirmed. A new due date begins the escalation anew. */
export const assign: StepRule<'assign'> = (violation, input, at) => {
  const { userId } = input;
  const note = noted(input);
  if (userId === undefined && note.note === undefined && violation.enterpriseId === null)
    return refused(wrongField('userId', 'violation.assignee-needed'));
  if (userId !== undefined && !mayBeGiven(input.assignee, violation))
    return refused(wrongField('userId', 'violation.assignee-unfit'));
  const dueAt = input.dueAt ?? dueAfter(violation.grade, input.dueDays, at);
  if (dueAt <= at) return refused(wrongField('dueAt', 'violation.due-in-past'));
  const assignedTo = userId ?? null;
  return ok({
    set: { certainty: 'confirmed', assignedTo, dueAt, escalatedTo: null },
    detail: { ...note, assignedTo, dueAt: new Date(dueAt).toISOString() },
  });
};

/** Somebody of the enterprise it was found at, the welder it is about, or an official in charge of the place. */
function mayBeGiven(assignee: Assignee | null, violation: CommandedViolation): boolean {
  if (assignee === null) return false;
  const { enterpriseId, welderId, regionCode } = assignee;
  return (
    (enterpriseId !== null && enterpriseId === violation.enterpriseId) ||
    (welderId !== null && welderId === violation.welderId) ||
    (regionCode !== null && isWithin(violation.regionCode, regionCode))
  );
}
