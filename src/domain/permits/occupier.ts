import { distanceM, type Position } from '../../kernel/geo';
import { wrongField, type Refusal } from '../../kernel/refusal';

/** A small job needs two people: the occupier is neither the applicant nor a welder, and not of their enterprises. */
export const occupierRefusal = (isAnother: boolean): Refusal | null =>
  isAnother ? null : wrongField('occupierPhone', 'permit.occupier-not-another');

/** The number of places in a list of positions. Positions nearer than `withinM` metres count as one place. */
export function placesAmong(positions: readonly Position[], withinM: number): number {
  const places: Position[] = [];
  for (const one of positions) if (places.every((place) => distanceM(place, one) > withinM)) places.push(one);
  return places.length;
}
