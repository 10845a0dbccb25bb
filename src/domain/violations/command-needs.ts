import type { Instant } from '../../kernel/time';
import type { ViolationCommand } from './violation-life-cycle';

/** What a person may write into the form of a command. */
export interface CommandForm {
  readonly userId?: string;
  readonly enterpriseId?: string;
  readonly note?: string;
  readonly reason?: string;
  readonly dueAt?: Instant;
  readonly photoIds?: readonly string[];
}

type Needed = 'note' | 'reason';

/** The required input of each command: what was done, why a decision is overruled, to whom a case is handed. */
const NEEDED: Readonly<Record<ViolationCommand, Needed | null>> = {
  assign: null,
  reassign: 'reason',
  rectify: 'note',
  review: null,
  close: null,
  reopen: 'reason',
  withdraw: 'reason',
  list: null,
  supervise: 'note',
  'hand-over': 'note',
};

/** The field that is missing, or null. */
export function missingField(command: ViolationCommand, form: Pick<CommandForm, Needed>): Needed | null {
  const needed = NEEDED[command];
  return needed !== null && !form[needed]?.trim() ? needed : null;
}
