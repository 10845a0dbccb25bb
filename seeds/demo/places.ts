import { coversArea, type Ring } from '../../src/domain/sites/site-area';
import type { Position } from '../../src/kernel/geo';
import outlines from '../reference/xuchang-outlines.json';

/** Where the first enterprise lies, and where the spiral of the others begins. */
const MIDDLE: Position = { lat: 34.12, lng: 113.82 };
const GOLDEN_ANGLE = 2.399963;
/** Degrees of latitude; a neighbour is about a kilometre and a half away. */
const SPREAD = 0.0118;
/** So far from the border that a permit's circle and a grid around the site stay on this side. */
const MARGIN_M = 450;

const spiral = (turn: number): Position => {
  const angle = turn * GOLDEN_ANGLE;
  const radius = SPREAD * Math.sqrt(turn);
  return { lat: MIDDLE.lat + radius * Math.sin(angle), lng: MIDDLE.lng + radius * Math.cos(angle) * 1.2 };
};

/** So many places inside a county as its maps show it: even, and the same each time. */
export function placesWithin(code: string, count: number): Position[] {
  const rings = outlines.features.find((one) => one.code === code)!.polygons.flat() as unknown as Ring[];
  const places: Position[] = [];
  for (let turn = 0; places.length < count; turn += 1) {
    const circle = { ...spiral(turn), radiusM: MARGIN_M };
    if (rings.some((outline) => coversArea({ outline }, { circle }))) places.push(spiral(turn));
  }
  return places;
}
