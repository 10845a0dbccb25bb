/** What each command of the loop asks for. */
interface CommandForm {
  readonly label: 'note' | 'reason' | 'measures' | 'assignee';
  readonly needed: boolean;
}
const FORMS: Record<string, CommandForm> = {
  withdraw: { label: 'reason', needed: true },
  reopen: { label: 'reason', needed: true },
  rectify: { label: 'measures', needed: true },
};
export const violationForm = (command: string): CommandForm => FORMS[command] ?? { label: 'note', needed: false };

export function violationBody(command: string, text: string): Record<string, unknown> {
  if (text === '') return {};
  return violationForm(command).label === 'reason' ? { reason: text } : { note: text };
}
