import type { PermitSnapshot } from '../snapshot';
import type { Evidence, EvidenceGiven, PermitChanges } from './step';

/** The account of whoever gives a command that only people give. */
export function userOf({ person }: Pick<PermitSnapshot, 'person'>): string {
  if (person.kind === 'user') return person.userId;
  throw new Error(`a command of people, given by the ${person.kind}, passed the table`);
}

/** Whatever a watcher on duty does shows that they are there. */
export const presence = ({ permit, person, at }: PermitSnapshot): PermitChanges =>
  person.kind === 'user' && person.userId === permit.fireWatchId && permit.watchOnAt !== null
    ? { tappedAt: at, tapMissedAt: null }
    : {};

/** A file that was checked before; an unknown one has been refused. */
export const proofOf = (given: EvidenceGiven): Evidence | null => (given === 'unknown' ? null : given);
