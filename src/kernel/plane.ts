import type { Position } from './geo';

/** Metres east and north of an origin. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

const METRES_PER_DEGREE = 111_195;

/** Flat enough for some kilometres around the origin: the error stays below what a phone's position is wrong by. */
export const planeAround = (origin: Position): ((place: Position) => Point) => {
  const across = METRES_PER_DEGREE * Math.cos((origin.lat * Math.PI) / 180);
  return ({ lat, lng }) => ({ x: (lng - origin.lng) * across, y: (lat - origin.lat) * METRES_PER_DEGREE });
};

type Edge = readonly [Point, Point];

/** Of a ring whose last point is its first. */
export const edgesOf = (ring: readonly Point[]): Edge[] => ring.slice(1).map((point, i): Edge => [ring[i]!, point]);

/** Even-odd rule; a point exactly on the line may count either way. */
export const insideRing = (point: Point, ring: readonly Point[]): boolean =>
  edgesOf(ring).filter(([a, b]) => a.y > point.y !== b.y > point.y && point.x < crossingX(a, b, point.y)).length % 2 ===
  1;

const crossingX = (a: Point, b: Point, y: number): number => a.x + ((y - a.y) / (b.y - a.y)) * (b.x - a.x);

/** Of a line across the plane at a height, what lies inside a ring. */
export function stretchesAt(y: number, ring: readonly Point[]): { readonly from: number; readonly to: number }[] {
  const cuts = edgesOf(ring)
    .filter(([a, b]) => a.y > y !== b.y > y)
    .map(([a, b]) => crossingX(a, b, y))
    .sort((a, b) => a - b);
  return cuts.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: cuts[i + 1] ?? from }] : []));
}

/** Metres from a point to the nearest edge. */
export const metresToRing = (point: Point, ring: readonly Point[]): number =>
  Math.min(...edgesOf(ring).map((edge) => metresToEdge(point, edge)));

function metresToEdge(point: Point, [a, b]: Edge): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/** Two edges that cut each other; a common end or a touch is no cut. */
export const cutEachOther = ([a, b]: Edge, [c, d]: Edge): boolean =>
  turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;

/** Positive to the left, negative to the right; millimetres do not count. */
function turn(a: Point, b: Point, c: Point): number {
  const area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  return Math.abs(area) < 1e-3 ? 0 : area;
}

/** A line like an eight has no inside that people would agree on. */
export const crossesItself = (ring: readonly Point[]): boolean => {
  const edges = edgesOf(ring);
  return edges.some((edge, i) => edges.slice(i + 1).some((other) => cutEachOther(edge, other)));
};
