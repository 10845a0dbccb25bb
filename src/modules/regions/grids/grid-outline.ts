import { centreOf, outlineFault, type Ring } from '../../../domain/sites/site-area';
import { metresBeyond, type RegionBounds } from '../../../domain/places/region-bounds';
import { wrongField, type Refusal } from '../../../kernel/refusal';
import { ok, refused, type Result } from '../../../kernel/result';
import type { GridOutline } from './grid.dto';

/** Boxes around regions are rough, and a grid may lie at the edge of its village. */
const BEYOND_M = 20_000;

/** The ring of a polygon as somebody sent it: one closed line that does not cross itself, near its village. */
export function ringFrom({ coordinates }: GridOutline, bounds: RegionBounds | null): Result<Ring, Refusal> {
  const [given, ...holes] = coordinates;
  if (!Array.isArray(given) || holes.length > 0) return refused(wrongField('outline', 'grid.outline-one-ring'));
  const ring: Ring = given.filter(isPoint);
  const fault = ring.length < given.length ? 'outline-point' : outlineFault(ring);
  if (fault) return refused(wrongField('outline', `grid.${fault}`));
  const metres = bounds ? metresBeyond(centreOf({ outline: ring }), bounds) : 0;
  if (metres <= BEYOND_M) return ok(ring);
  return refused(wrongField('outline', 'place.beyond-region', { kilometres: Math.round(metres / 1_000) }));
}

const isPoint = (point: unknown): point is readonly [number, number] =>
  Array.isArray(point) &&
  point.length === 2 &&
  point.every((one) => typeof one === 'number' && Number.isFinite(one)) &&
  Math.abs(Number(point[0])) <= 180 &&
  Math.abs(Number(point[1])) <= 90;
