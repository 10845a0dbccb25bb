import type { CommandInput, User } from '../../../domain/permits/snapshot';
import type { Refusal } from '../../../kernel/refusal';
import type { Result } from '../../../kernel/result';
import type { Instant } from '../../../kernel/time';
import type { Caller } from '../../../platform/auth/caller';
import type { Tx } from '../../../platform/database/unit-of-work';
import type { PermitCommandRequest } from '../permit-command.dto';
import type { Loaded } from '../permit-loader';
import type { Act } from '../permit-steps';

/** A command as somebody gave it, before anything was decided. */
export interface Given extends Loaded {
  readonly caller: Caller;
  readonly person: User;
  readonly body: PermitCommandRequest;
  readonly at: Instant;
}

export type InputAnswer = Result<CommandInput, Refusal>;

/** What one command brings to the common way of all: the facts its guards ask for, and what it writes. */
export interface CommandHandler {
  /** Facts for the guards; refuses what cannot be meant. Writes nothing. */
  input?(tx: Tx, given: Given): InputAnswer | Promise<InputAnswer>;
  act(given: Given): Act;
  /** When the table refused: what has to be told all the same. */
  refused?(tx: Tx, given: Given, refusal: Refusal): Promise<void>;
}
