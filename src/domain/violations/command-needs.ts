import type { ViolationCommand } from './violation-life-cycle';

/** What a person may write into the form of a command. */
export interface CommandForm {
  readonly userId?: string;
  readonly note?: string;
  readonly reason?: string;
}

/** What a command cannot do without: who reports work says what was done, who overrules says why. */
const NEEDED: Readonly<Record<ViolationCommand, keyof CommandForm | null>> = {
  assign: null,
  rectify: 'note',
  review: null,
  close: null,
  reopen: 'reason',
  withdraw: 'reason',
};

/** The field that is missing, or null. */
export function missingField(command: ViolationCommand, form: CommandForm): keyof CommandForm | null {
  const needed = NEEDED[command];
  return needed !== null && !form[needed]?.trim() ? needed : null;
}
