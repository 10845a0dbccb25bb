import { isWithin } from '../../../kernel/region-code';
import { ok, refused } from '../../../kernel/result';
import { dueAfter } from '../deadlines';
import {
  noted,
  wrongField,
  type AssignedEnterprise,
  type Assignee,
  type CommandedViolation,
  type CommandInputs,
  type StepRule,
} from './command-input';

/**
 * A person who assigns a violation believes it, so this confirms a detector's suspicion. A new due date starts the
 * escalation again. Whoever is given a case is told its date: only reminders that lie ahead follow.
 */
export const assign: StepRule<'assign'> = (violation, input, at) => {
  const { userId, enterpriseId } = input;
  const note = noted(input);
  const objection = objectionTo(violation, input, note.note !== undefined);
  if (objection) return refused(wrongField(...objection));
  const dueAt = input.dueAt ?? dueAfter(violation.grade, input.dueDays, at);
  if (dueAt <= at) return refused(wrongField('dueAt', 'violation.due-in-past'));
  const assignedTo = userId ?? null;
  const assignedEnterprise = enterpriseId ?? (assignedTo === null ? violation.enterpriseId : null);
  return ok({
    set: { certainty: 'confirmed', assignedTo, assignedEnterprise, dueAt, remindedAt: at, escalatedTo: null },
    detail: { ...note, assignedTo, assignedEnterprise, dueAt: new Date(dueAt).toISOString() },
    told: { command: 'assign' }, // whoever got it is told; other changes of a case that is assigned are not
  });
};

/** Takes it from whoever has it and says why. A due date that lies ahead stays: new hands gain no time by themselves. */
export const reassign: StepRule<'reassign'> = (violation, input, at) => {
  const kept =
    violation.dueAt !== null && violation.dueAt !== undefined && violation.dueAt > at ? violation.dueAt : undefined;
  const given = assign(violation, { ...input, dueAt: input.dueAt ?? kept }, at);
  if (!given.ok) return given;
  const { set, detail } = given.value;
  const { assignedTo: takenFrom, assignedEnterprise: takenFromEnterprise } = violation;
  return ok({ set, detail: { reason: input.reason, ...detail, takenFrom, takenFromEnterprise } });
};

type Objection = Parameters<typeof wrongField>;

/** To one person, to one enterprise, or, where nothing is said, to the enterprise it was found at. */
function objectionTo(
  violation: CommandedViolation,
  { userId, enterpriseId, assignee, assignedTo }: CommandInputs['assign'],
  noted: boolean,
): Objection | null {
  if (userId !== undefined && enterpriseId !== undefined) return ['enterpriseId', 'violation.assignee-one-only'];
  if (userId !== undefined) return personObjection(assignee, violation);
  if (enterpriseId !== undefined)
    return mayAnswer(assignedTo, violation) ? null : ['enterpriseId', 'violation.enterprise-unfit'];
  return noted || violation.enterpriseId !== null ? null : ['userId', 'violation.assignee-needed'];
}

function personObjection(assignee: Assignee | null, violation: CommandedViolation): Objection | null {
  if (!mayBeGiven(assignee, violation)) return ['userId', 'violation.assignee-unfit'];
  return assignee!.seesCases ? null : ['userId', 'violation.assignee-blind'];
}

/** Somebody of the enterprise it was found at, the welder it is about, or an official in charge of the place. */
function mayBeGiven(
  assignee: Assignee | null,
  violation: Pick<CommandedViolation, 'enterpriseId' | 'welderId' | 'regionCode'>,
): boolean {
  if (assignee === null) return false;
  const { enterpriseId, welderId, regionCode } = assignee;
  return (
    (enterpriseId !== null && enterpriseId === violation.enterpriseId) ||
    (welderId !== null && welderId === violation.welderId) ||
    (regionCode !== null && isWithin(violation.regionCode, regionCode))
  );
}

/** The enterprise it was found at, or another that the official who assigns is in charge of. */
const mayAnswer = (enterprise: AssignedEnterprise | null, violation: CommandedViolation): boolean =>
  enterprise !== null && (enterprise.id === violation.enterpriseId || enterprise.withinReach);
