import { placeShown } from './place-law';
import { MINUTE } from './time-law';
import { follow } from './work-law';
import { reason, type Act, type Permit, type Reason } from './world';

type Closing = Extract<Act, { kind: 'close' }>;

/** Section 5, "Fire watch": "After work a watch runs (30 min; 60 min special and crowded; rule data)". */
const watchMinutes = ({ regime, level, kinds }: Permit): number =>
  (regime === 'chemical' && level === 'special') || kinds.includes('crowded') ? 60 : 30;

/** Section 5, "Closing": "on the spot (position or signboard) by the watcher, or by a second person with a photo; never from a desk". */
export function reasonsNotToClose(permit: Permit, act: Closing): Reason[] {
  const { finishedAt } = follow(permit);
  const found: Reason[] = [];
  if (finishedAt === undefined) return [reason('close.not-finished', [''])];
  if (act.at < finishedAt + watchMinutes(permit) * MINUTE) found.push(reason('close.too-early', ['']));
  if (act.residualFire) found.push(reason('close.fire', ['']));
  if (placeShown(permit.circle, act.position, { bound: false }) !== 'inside') found.push(reason('close.desk', ['']));
  if (act.by.id !== permit.watcher?.id && !act.photo) found.push(reason('close.no-photo', ['']));
  return found;
}
