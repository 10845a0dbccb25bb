import type { Permit, PermitCommand } from '@/api/permits';

/** The order of buttons: what is due first, what breaks off last. */
const ORDER: readonly PermitCommand[] = [
  'submit', 'site-visit', 'approve', 'countersign', 'issue', 'work-leader-opinion', 'watch-tap', 'fire-watch-on', 'substitute-watch', 'briefing', 'briefing-received', 'measures', 'shift-check', 'gas-test', 'start', 'resume', 'close', 'finish',
  'amend', 'return', 'reject', 'fire-watch-off', 'cancel',
]; // prettier-ignore

/** Beside the way: always there, never the next thing to do. */
const QUIET: readonly PermitCommand[] = ['cancel', 'return', 'fire-watch-off', 'amend', 'substitute-watch'];

/** What the platform would take once more although it is done: ticks may be changed, the gas may be measured again. */
function isDone(command: PermitCommand, { measures, gasTests, gasTest }: Permit): boolean {
  if (command === 'measures') return measures.every(({ confirmed }) => confirmed);
  return command === 'gas-test' && (gasTests[0]?.passed === true || gasTest !== 'required');
}

/** Of the open commands those that make sense to a person now, what is due before what is done. Suspending has a place of its own. */
export function commandsShown(permit: Permit): PermitCommand[] {
  const open = ORDER.filter((command) => permit.commands.includes(command)).filter(
    (command) =>
      !(command === 'fire-watch-on' && permit.watchOnAt !== null) &&
      !(command === 'gas-test' && permit.gasTest === 'none') &&
      // Whoever is named comes on duty; taking over is for the others.
      !(command === 'substitute-watch' && permit.commands.includes('fire-watch-on') && permit.watchOnAt === null),
  );
  const later = (command: PermitCommand): number => (weightOf(command, permit) === 'quiet' ? 1 : 0);
  return open.sort((a, b) => later(a) - later(b) || ORDER.indexOf(a) - ORDER.indexOf(b));
}

/** How loud a command's button is. */
export function weightOf(command: PermitCommand, permit: Permit): 'main' | 'danger' | 'quiet' {
  if (command === 'suspend' || command === 'reject') return 'danger';
  // Nobody answers at the fire: whoever can take over should.
  if (command === 'substitute-watch' && (permit.tapMissedAt !== null || permit.watchOnAt === null)) return 'main';
  return QUIET.includes(command) || isDone(command, permit) ? 'quiet' : 'main';
}
