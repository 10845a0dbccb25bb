import type { PermitCommand } from '../api/permits';

/** The order of buttons: what is due first, what breaks off last. */
const ORDER = [
  'submit', 'site-visit', 'approve', 'countersign', 'issue', 'watch-tap', 'fire-watch-on', 'measures', 'gas-test', 'start', 'resume', 'close', 'finish',
  'substitute-watch', 'amend', 'return', 'reject', 'fire-watch-off', 'cancel',
] as const satisfies readonly PermitCommand[]; // prettier-ignore

/** Suspending is not in line with the others: it has a place of its own, where a thumb finds it blind. */
export const commandsShown = (commands: readonly PermitCommand[]): PermitCommand[] =>
  ORDER.filter((command) => commands.includes(command));

/** How loud a command's button is. */
export function weightOf(command: string): 'main' | 'danger' | 'quiet' {
  if (command === 'suspend' || command === 'reject') return 'danger';
  return ['cancel', 'return', 'fire-watch-off', 'amend', 'substitute-watch'].includes(command) ? 'quiet' : 'main';
}
