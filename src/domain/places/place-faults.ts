import { isRealPosition, type Position } from '../../kernel/geo';
import { metresBeyond, type RegionBounds } from './region-bounds';

/** As somebody filled it in. */
export interface PlaceWanted extends Position {
  /** Without it: as rule `place.radius` says. */
  readonly radiusM?: number;
  readonly radiusReason?: string;
}

/** The limits that the rules set for a place; null: no limit. */
export interface PlaceLimits {
  readonly placeRadius: { readonly max: number } | null;
  readonly beyondRegionKm: number | null;
}

export interface PlaceFault {
  readonly field: 'lat' | 'radiusM' | 'radiusReason';
  readonly code: string;
  readonly params?: Readonly<Record<string, number>>;
}

const METRES_PER_KM = 1_000;

/** `official`: may give a wider radius, and says why. `bounds`: null if nothing is known of the region, and nobody is refused. */
export function placeFaults(
  wanted: PlaceWanted,
  { official, bounds }: { readonly official: boolean; readonly bounds: RegionBounds | null },
  limits: PlaceLimits,
): PlaceFault[] {
  return [...positionFaults(wanted, bounds, limits), ...radiusFaults(wanted, official, limits)];
}

function positionFaults(wanted: Position, bounds: RegionBounds | null, { beyondRegionKm }: PlaceLimits): PlaceFault[] {
  if (!isRealPosition(wanted)) return [{ field: 'lat', code: 'place.impossible' }];
  if (!bounds || beyondRegionKm === null) return [];
  const kilometres = Math.round(metresBeyond(wanted, bounds) / METRES_PER_KM);
  return metresBeyond(wanted, bounds) <= beyondRegionKm * METRES_PER_KM
    ? []
    : [{ field: 'lat', code: 'place.beyond-region', params: { kilometres } }];
}

function radiusFaults(
  { radiusM, radiusReason }: PlaceWanted,
  official: boolean,
  { placeRadius }: PlaceLimits,
): PlaceFault[] {
  if (radiusM === undefined || !placeRadius || radiusM <= placeRadius.max) return [];
  const params = { max: placeRadius.max };
  if (!official) return [{ field: 'radiusM', code: 'place.radius-too-wide', params }];
  return radiusReason?.trim() ? [] : [{ field: 'radiusReason', code: 'place.radius-reason-missing', params }];
}
