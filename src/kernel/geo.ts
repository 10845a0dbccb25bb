/** WGS-84 degrees. */
export interface Position {
  readonly lat: number;
  readonly lng: number;
}

const EARTH_RADIUS_M = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in metres (haversine): exact to 0.5 %, far below the accuracy of a phone's position. */
export function distanceM(a: Position, b: Position): number {
  const half = (d: number): number => Math.sin(radians(d) / 2) ** 2;
  const h = half(b.lat - a.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(b.lng - a.lng);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Phones and chips without a fix say 0,0. Nobody welds in the sea there. */
const NEAR_ZERO_M = 1_000;

export const isRealPosition = ({ lat, lng }: Position): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && distanceM({ lat, lng }, { lat: 0, lng: 0 }) > NEAR_ZERO_M;
