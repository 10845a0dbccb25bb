export interface Position {
  readonly lat: number;
  readonly lng: number;
  readonly accuracyM: number;
}

/** The platform takes a position that is less exact for none (rule `place.worst-accuracy-m`). */
const WORST_ACCURACY_M = 100;
export const isExact = ({ accuracyM }: Position): boolean => accuracyM <= WORST_ACCURACY_M;

const LATELY_MS = 15_000;

/** Where the phone is (`anew`: not where it was a moment ago), or `null` after 6 s, without permission, or on a plain http page (browsers give no position there). */
export function currentPosition(anew = false): Promise<Position | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude, accuracyM: Math.ceil(coords.accuracy) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 6000, maximumAge: anew ? 0 : LATELY_MS },
    );
  });
}
