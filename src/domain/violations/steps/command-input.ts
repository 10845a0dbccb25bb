import { invalid, type Refusal } from '../../../kernel/refusal';
import type { RegionCode } from '../../../kernel/region-code';
import type { Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { CommandForm } from '../command-needs';
import type { DueDays } from '../deadlines';
import type { ViolationCommand, ViolationSnapshot } from '../violation-life-cycle';
import type { StepDetail, ViolationCase, ViolationChanges } from './violation-step';

/** A violation, and the person who gives the command. */
export type CommandedViolation = ViolationCase &
  ViolationSnapshot & { readonly welderId: string | null } & Partial<CaseDates>;

/** Missing where no command asks for them. */
interface CaseDates {
  readonly dueAt: Instant | null;
  /** How often it was said to be put right and was not (虚假整改). */
  readonly falseRectifications: number;
}

/** The person or enterprise that has to put a violation right. */
export interface Assignee {
  readonly enterpriseId: string | null;
  readonly welderId: string | null;
  /** That they are in charge of. */
  readonly regionCode: RegionCode | null;
  /** Their roles let them read cases: a person who cannot see a case cannot put it right. */
  readonly seesCases: boolean;
}

/** An enterprise that is to put a violation right. */
export interface AssignedEnterprise {
  readonly id: string;
  /** It lies in the region of the official who assigns. */
  readonly withinReach: boolean;
}

interface AssignInput extends CommandForm {
  readonly assignee: Assignee | null;
  readonly assignedTo: AssignedEnterprise | null;
  readonly dueDays: DueDays;
}

/** What each command depends on beside the violation: the form of the person, and facts looked up for it. */
export interface CommandInputs {
  /** `assignee`, `assignedTo`: the user or enterprise that the form names; null if it names none or nobody bears that id. */
  readonly assign: AssignInput;
  readonly reassign: AssignInput;
  readonly rectify: CommandForm & { readonly photosAreTheirs: boolean };
  readonly review: CommandForm;
  readonly close: CommandForm;
  /** `openOfCause`: the id of the violation of this cause that is open now, perhaps this one. */
  readonly reopen: CommandForm & { readonly openOfCause: string | null; readonly dueDays: DueDays };
  readonly withdraw: CommandForm;
  readonly list: CommandForm;
  readonly supervise: CommandForm;
  readonly 'hand-over': CommandForm;
}

/** What a command changes and says in the history. */
interface CommandEffect {
  readonly set: ViolationChanges;
  readonly detail: StepDetail;
}

/** What one command does. Whether the command is open to the caller was decided before. */
export type StepRule<C extends ViolationCommand> = (
  violation: CommandedViolation,
  input: CommandInputs[C],
  at: Instant,
) => Result<CommandEffect, Refusal>;

/** A blank note says nothing and is not kept. */
export const noted = ({ note }: CommandForm): { note?: string } => (note?.trim() ? { note } : {});

/** A refusal that one field of the form is to blame for. */
export const wrongField = (path: keyof CommandForm, code: string): Refusal =>
  invalid(code === 'field.required' ? 'request.invalid' : code, { errors: [{ path, code }] });
