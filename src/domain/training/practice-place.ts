import { isProven, placeProven, type MeasuredPosition, type PlaceRules, type Site } from '../places/place-proof';
import { readSignboard, type Signboard } from '../places/signboard';

/** Where a school may let its pupils weld: a fixed point of its own, or the place of a permit of its own. */
export type SchoolPlace = Site & Omit<Signboard, 'changing'>;

/** What an instructor shows to prove that they stand in the workshop. */
export interface PresenceShown {
  readonly position: MeasuredPosition | null;
  readonly signboardCode: string | null;
  /** A photo that the instructor has taken of the board. */
  readonly photoGiven: boolean;
}

export type PresenceFault = 'practice.school-without-place' | 'practice.not-at-the-school' | 'practice.place-unproven';

/** A picture of a machine's code can be scanned anywhere, so presence is shown at the place as well. */
export function presenceFault(
  { position, signboardCode, photoGiven }: PresenceShown,
  places: readonly SchoolPlace[],
  rules: PlaceRules,
): PresenceFault | null {
  if (places.length === 0) return 'practice.school-without-place';
  const proofs = places.map((place) => {
    const signboard = readSignboard(signboardCode, { ...place, changing: [] });
    return placeProven({ position, signboard, photoGiven }, place, rules);
  });
  if (proofs.some(isProven)) return null;
  return proofs.some(({ outcome }) => outcome === 'outside') ? 'practice.not-at-the-school' : 'practice.place-unproven';
}
