import type { Board, Circle, Position } from './world';

const EARTH_M = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function metresBetween(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(h));
}

/** Section 3: "Accuracy above 100 m, 0,0 and an impossible place count as *no position*". */
export const isPosition = (position: Position | undefined): position is Position =>
  position !== undefined && position.accuracyM <= 100 && !(position.lat === 0 && position.lng === 0);

/** Section 3: "50–300 m by rule, default 100 m; an official may allow more with a reason". */
export const LARGEST_RADIUS_M = 300;

/** Section 3, `place.outside-site`: "distance − accuracy > radius". */
const isInside = (circle: Circle, position: Position): boolean =>
  metresBetween(circle, position) - position.accuracyM <= Math.min(circle.radiusM, LARGEST_RADIUS_M);

/** Presence: a good position inside the circle. */
export const standsThere = (circle: Circle, position: Position | undefined): boolean =>
  isPosition(position) && isInside(circle, position);

/** "as a code on the watcher's or occupier's phone that changes each minute": one of some minutes ago proves nothing. */
const OLD_CODE_MINUTES = 2;

/**
 * Section 3, `place.unproven`: "no position: the signboard of the permit **or designated area** is scanned on the spot with a photo. A
 * signboard proves the place only after the watcher or issuer bound it there …, or as a code on the watcher's … phone".
 */
export function placeShown(
  circle: Circle,
  position: Position | undefined,
  { board, bound }: { board?: Board; bound: boolean },
): 'inside' | 'outside' | 'unproven' {
  if (isPosition(position)) return isInside(circle, position) ? 'inside' : 'outside';
  if (!board?.photo || board.of !== 'this-place') return 'unproven';
  const proves = board.kind === 'printed' ? bound : board.ageMinutes < OLD_CODE_MINUTES;
  return proves ? 'inside' : 'unproven';
}
