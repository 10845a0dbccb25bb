import type { Position } from '../../kernel/geo';
import type { RegionCode } from '../../kernel/region-code';
import { liesIn, type Ring } from '../sites/site-area';

/** A grid with the people who serve in it on the day, and whose own region is that of the place or lies around it. */
export interface StaffedGrid {
  readonly code: string;
  readonly regionCode: RegionCode;
  readonly outline: Ring | null;
  readonly people: readonly string[];
}

export interface PlaceInGrid {
  readonly regionCode: RegionCode;
  readonly point: Position | null;
}

/** How the people were found: by a boundary around the point, by the village, or nobody nearer than the town. */
export const FOUND_BY = ['boundary', 'village', 'town'] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export interface Responsible {
  readonly by: FoundBy;
  readonly grids: readonly string[];
  readonly people: readonly string[];
}

/**
 * Who looks after a place. A boundary around the point wins, even where the record names a neighbouring village. Else the
 * village's people; else the town's. `StaffedGrid.people` are those who may see the record: nobody else counts.
 * The database function `grid_people_at` is the same rule for lists.
 */
export function responsibleFor(
  { regionCode, point }: PlaceInGrid,
  grids: readonly StaffedGrid[],
  town: readonly string[],
): Responsible {
  const staffed = grids.filter(({ people }) => people.length > 0);
  const around = staffed.filter(({ outline }) => point !== null && outline !== null && liesIn(point, { outline }));
  if (around.length > 0) return found('boundary', around);
  const inVillage = staffed.filter((grid) => grid.regionCode === regionCode);
  return inVillage.length > 0 ? found('village', inVillage) : { by: 'town', grids: [], people: town };
}

const found = (by: FoundBy, grids: readonly StaffedGrid[]): Responsible => ({
  by,
  grids: grids.map(({ code }) => code),
  people: [...new Set(grids.flatMap(({ people }) => people))],
});
