import { MINUTE } from '../../../kernel/time';
import type { PermitSnapshot } from '../snapshot';
import { placeWord, type PlaceWord } from '../../places/place-shown';
import { presentSince } from '../given';
import type { Evidence, EvidenceGiven, PermitChanges, PermitRecord } from './step';

/** The account of the person who gives a command, or who answers for the plant that does. The clock cannot give these commands. */
export function userOf({ person }: Pick<PermitSnapshot, 'person'>): string {
  if (person.kind === 'user' || person.kind === 'plant') return person.userId;
  throw new Error(`a command of people, given by the ${person.kind}, passed the table`);
}

/** Whatever a watcher on duty does shows that they are there. */
export const presence = (snapshot: PermitSnapshot): PermitChanges => {
  const { permit, person } = snapshot;
  return person.kind === 'user' && person.userId === permit.fireWatchId && permit.watchOnAt !== null
    ? presentSince(snapshot)
    : {};
};

/** For history: how the place was shown, also where it was not. */
export const placeOf = ({ input: { place } }: Pick<PermitSnapshot, 'input'>): { place?: PlaceWord } =>
  place ? { place: placeWord(place) } : {};

/** A scan of the signboard with a good position says where it hangs. */
export const signboardBound = (snapshot: PermitSnapshot): PermitRecord[] => {
  const position = snapshot.input.place?.bindsSignboard;
  return position ? [{ kind: 'signboard-bound', userId: userOf(snapshot), position }] : [];
};

/** A photo that proves a place with a signboard gets a second look (rule `place.photo-check-minutes`). */
export const photoToCheck = (snapshot: PermitSnapshot): PermitRecord[] => {
  const photoId = snapshot.input.place?.signboardPhotoId ?? null;
  const { permit, rules, at } = snapshot;
  const minutes = rules.place.photoCheckMinutes;
  if (photoId === null || minutes === null) return [];
  return [{ kind: 'photo-to-check', photoId, permit, takenBy: userOf(snapshot), dueAt: at + minutes * MINUTE }];
};

/** A file that was checked before; an unknown one has been refused. */
export const proofOf = (given: EvidenceGiven): Evidence | null => (given === 'unknown' ? null : given);
