import { distanceM, type Position } from '../../kernel/geo';
import { crossesItself, cutEachOther, edgesOf, insideRing, metresToRing, planeAround, stretchesAt, type Point } from '../../kernel/plane'; // prettier-ignore

/** `[lng, lat]` in WGS-84, the last point is the first again. */
export type Ring = readonly (readonly [number, number])[];

export interface Circle extends Position {
  readonly radiusM: number;
}

/** Where a site lies: a circle, or an outline drawn on the map. */
export type SiteArea = { readonly circle: Circle } | { readonly outline: Ring };

export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

const MOST_POINTS = 200;
export const WIDEST_M = 20_000;
/** Positions on a map are not known better. */
const TOLERANCE_M = 0.5;
const METRES_PER_DEGREE = 111_195;

const positionsOf = (ring: Ring): Position[] => ring.map(([lng, lat]) => ({ lat, lng }));
const flatten = (ring: Ring, origin: Position): Point[] => positionsOf(ring).map(planeAround(origin));
const HERE: Point = { x: 0, y: 0 };

/** Whether a place of work reaches a site, at its edge too. */
export function touches(work: Circle, area: SiteArea): boolean {
  if ('circle' in area) return distanceM(work, area.circle) <= work.radiusM + area.circle.radiusM;
  const ring = flatten(area.outline, work);
  return insideRing(HERE, ring) || metresToRing(HERE, ring) <= work.radiusM;
}

/** Whether a point lies in a site: only then it is the site's own ground. */
export const liesIn = (point: Position, area: SiteArea): boolean => touches({ ...point, radiusM: 0 }, area);

/** Whether a circle lies in another altogether. */
export const circleIn = (inner: Circle, outer: Circle): boolean =>
  distanceM(inner, outer) + inner.radiusM <= outer.radiusM;

/** Whether an area still holds everything that another held. */
export function coversArea(outer: SiteArea, inner: SiteArea): boolean {
  if ('circle' in outer)
    return 'circle' in inner
      ? distanceM(outer.circle, inner.circle) + inner.circle.radiusM <= outer.circle.radiusM + TOLERANCE_M
      : positionsOf(inner.outline).every(
          (point) => distanceM(point, outer.circle) <= outer.circle.radiusM + TOLERANCE_M,
        );
  if ('circle' in inner) {
    const ring = flatten(outer.outline, inner.circle);
    return insideRing(HERE, ring) && metresToRing(HERE, ring) >= inner.circle.radiusM - TOLERANCE_M;
  }
  return coversRing(outer.outline, inner.outline);
}

function coversRing(outer: Ring, inner: Ring): boolean {
  const [origin] = positionsOf(outer);
  if (!origin) return false;
  const [around, within] = [flatten(outer, origin), flatten(inner, origin)];
  const holds = within.every((point) => insideRing(point, around) || metresToRing(point, around) <= TOLERANCE_M);
  const cutsIn = around.some((point) => insideRing(point, within) && metresToRing(point, within) > TOLERANCE_M);
  const cut = edgesOf(within).some((edge) => edgesOf(around).some((other) => deepCut(edge, other, around)));
  return holds && !cutsIn && !cut;
}

/** Edges that lie on each other may cut by less than a map can show. */
const deepCut = (edge: readonly [Point, Point], other: readonly [Point, Point], around: readonly Point[]): boolean =>
  cutEachOther(edge, other) &&
  edge.some((point) => !insideRing(point, around) && metresToRing(point, around) > TOLERANCE_M);

/** The box around a site, for the index. */
export function boundsOf(area: SiteArea): Bounds {
  if ('circle' in area) return boundsAround(area.circle);
  const [lngs, lats] = [area.outline.map(([lng]) => lng), area.outline.map(([, lat]) => lat)];
  return { south: Math.min(...lats), west: Math.min(...lngs), north: Math.max(...lats), east: Math.max(...lngs) };
}

/** A little wider than the circle: the exact measure is taken afterwards. */
export function boundsAround({ lat, lng, radiusM }: Circle): Bounds {
  const up = ((radiusM + 1) / METRES_PER_DEGREE) * 1.01;
  const across = up / Math.max(0.01, Math.cos((lat * Math.PI) / 180));
  return { south: Math.max(-90, lat - up), west: lng - across, north: Math.min(90, lat + up), east: lng + across };
}

/** A point to show a site by. */
export function centreOf(area: SiteArea): Position {
  if ('circle' in area) return { lat: area.circle.lat, lng: area.circle.lng };
  const { south, west, north, east } = boundsOf(area);
  return { lat: (south + north) / 2, lng: (west + east) / 2 };
}

export type OutlineFault =
  'outline-open' | 'outline-too-long' | 'outline-crossing' | 'outline-too-wide' | 'outline-no-area';

/** A point of the site's own ground: the middle of the widest stretch that a line through its middle has inside. */
export function pointWithin(area: SiteArea): Position {
  const centre = centreOf(area);
  if ('circle' in area) return centre;
  const ring = area.outline.map(([x, y]): Point => ({ x, y }));
  const [widest] = stretchesAt(centre.lat, ring).sort((a, b) => b.to - b.from - (a.to - a.from));
  return widest ? { lat: centre.lat, lng: (widest.from + widest.to) / 2 } : centre;
}

/** What is wrong with an outline as somebody drew it; null: nothing. */
export function outlineFault(ring: Ring): OutlineFault | null {
  const [first, last] = [ring[0], ring.at(-1)];
  if (!first || !last || ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) return 'outline-open';
  if (ring.length > MOST_POINTS + 1) return 'outline-too-long';
  const { south, west, north, east } = boundsOf({ outline: ring });
  if (distanceM({ lat: south, lng: west }, { lat: north, lng: east }) > WIDEST_M) return 'outline-too-wide';
  const flat = flatten(ring, { lat: first[1], lng: first[0] });
  if (crossesItself(flat)) return 'outline-crossing';
  return squareMetres(flat) < 1 ? 'outline-no-area' : null;
}

const squareMetres = (ring: readonly Point[]): number =>
  Math.abs(edgesOf(ring).reduce((sum, [a, b]) => sum + (a.x * b.y - b.x * a.y) / 2, 0));
