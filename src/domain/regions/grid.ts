import { isWithin, type RegionCode } from '../../kernel/region-code';
import { hasRole } from '../people/roles';

/** What somebody does in a grid: leads it, looks after it, or stands in for a while. */
export const GRID_DUTIES = ['leader', 'worker', 'stand-in'] as const;
export type GridDuty = (typeof GRID_DUTIES)[number];

const VILLAGE_DIGITS = 12;
const NUMBER_DIGITS = 3;
const MOST_IN_A_VILLAGE = 999;

export const isVillage = (code: RegionCode): boolean => code.length === VILLAGE_DIGITS;

/** A grid's code is its village's and a number that is never used again; null: the village has no number left. */
export function nextGridCode(village: RegionCode, last: string | null): string | null {
  const number = last === null ? 1 : Number(last.slice(VILLAGE_DIGITS)) + 1;
  return number > MOST_IN_A_VILLAGE ? null : village + String(number).padStart(NUMBER_DIGITS, '0');
}

interface GridPerson {
  readonly roles: readonly string[];
  readonly regionCode: RegionCode | null;
}

/** A grid worker whose region contains the village. Otherwise they would be given a grid that they may not see. */
export const mayServe = (person: GridPerson, village: RegionCode): boolean =>
  hasRole(person, 'grid-worker') && person.regionCode !== null && isWithin(village, person.regionCode);

export type PostFault = 'grid.post-in-the-past' | 'grid.post-ends-before';

/** A post begins today or later, for the past cannot be looked after any more; its last day is not before its first. */
export function postFault(fromOn: string, untilOn: string | null, today: string): PostFault | null {
  if (fromOn < today) return 'grid.post-in-the-past';
  return untilOn !== null && untilOn <= fromOn ? 'grid.post-ends-before' : null;
}
