import type { RegionBounds } from '../places/region-bounds';

/** `[lng, lat]`, WGS-84. */
type Corner = readonly [lng: number, lat: number];
/** The outer line first, then holes; the last corner is the first again. */
type Polygon = readonly (readonly Corner[])[];

/** A region as it is drawn below maps. */
export interface RegionOutline {
  readonly code: string;
  readonly polygons: readonly Polygon[];
}

/** One feature of a GeoJSON collection, as somebody sent it. */
export interface OutlineFeature {
  readonly properties?: unknown;
  readonly geometry?: unknown;
}

export type OutlineFault = 'code-missing' | 'no-polygon' | 'point' | 'open' | 'too-long';

/** Thinned to sixty metres a county has under a thousand corners. More would be drawn on every map of every phone. */
export const MOST_CORNERS = 5_000;
const LEAST_CORNERS = 4;

/** The outline of one region, with `code` in its properties; or what is wrong with it. */
export function readOutline({ properties, geometry }: OutlineFeature): RegionOutline | OutlineFault {
  const code = fieldOf(properties, 'code');
  if ((typeof code !== 'string' && typeof code !== 'number') || !/^\d{2,12}$/.test(String(code))) return 'code-missing';
  const polygons = polygonsOf(fieldOf(geometry, 'type'), fieldOf(geometry, 'coordinates'));
  if (polygons === null || polygons.length === 0) return 'no-polygon';
  const rings = polygons.flat();
  if (!rings.every((ring) => Array.isArray(ring) && ring.every(isCorner))) return 'point';
  const outline = { code: String(code), polygons: polygons as Polygon[] };
  if (!outline.polygons.flat().every(isClosed)) return 'open';
  return rings.flat().length > MOST_CORNERS ? 'too-long' : outline;
}

/** West to east and south to north, over all parts. */
export function outlineBounds({ polygons }: RegionOutline): RegionBounds {
  const corners = polygons.flat(2);
  const lngs = corners.map(([lng]) => lng);
  const lats = corners.map(([, lat]) => lat);
  return { south: Math.min(...lats), west: Math.min(...lngs), north: Math.max(...lats), east: Math.max(...lngs) };
}

const fieldOf = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;

function polygonsOf(type: unknown, coordinates: unknown): unknown[][] | null {
  if (!Array.isArray(coordinates)) return null;
  const parts: unknown[] | null = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : null;
  return parts !== null && parts.every((part) => Array.isArray(part) && part.length > 0)
    ? (parts as unknown[][])
    : null;
}

const isCorner = (point: unknown): boolean =>
  Array.isArray(point) &&
  point.length >= 2 &&
  point.slice(0, 2).every((one) => typeof one === 'number' && Number.isFinite(one)) &&
  Math.abs(Number(point[0])) <= 180 &&
  Math.abs(Number(point[1])) <= 90;

function isClosed(ring: readonly Corner[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.length >= LEAST_CORNERS && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}
