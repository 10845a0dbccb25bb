import type { Spot } from './case';
import type { Circle, Position } from './oracle/world';

export const METRE = 1 / 111_195;

/**
 * A place of its own for each of 1,200 cases, 1 km from the next and all within the district; what the case that stood there before
 * left behind is closed.
 */
export const placeOf = (n: number): { lat: number; lng: number } => ({
  lat: Number((33.97 + (n % 30) * 0.011).toFixed(6)),
  lng: Number((113.62 + (Math.floor(n / 30) % 40) * 0.012).toFixed(6)),
});

export function stand(circle: Circle, spot: Spot): Position | undefined {
  const north = (metres: number, accuracyM: number): Position => ({
    lat: Number((circle.lat + metres * METRE).toFixed(7)),
    lng: circle.lng,
    accuracyM,
  });
  switch (spot) {
    case 'there':
      return north(20, 10);
    case 'edge-in':
      return north(circle.radiusM + 10, 20);
    case 'edge-out':
      return north(circle.radiusM + 60, 20);
    case 'far':
      return north(1_000, 20);
    case 'coarse':
      return north(1_000, 5_000);
    case 'zero':
      return { lat: 0, lng: 0, accuracyM: 10 };
    case 'none':
      return undefined;
  }
}
