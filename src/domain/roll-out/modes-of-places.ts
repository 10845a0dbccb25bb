import type { RegionCode } from '../../kernel/region-code';
import { isWithin } from '../../kernel/region-code';
import type { Facts } from '../authorization/facts';
import { modesAt, type DeclaredMode, type RollOutModes } from '../authorization/roll-out-modes';

/** How strictly the places of a region check; null: the place of a machine that nobody knows. */
export type ModesOf = (regionCode: RegionCode | null) => RollOutModes;

/** The modes of each region, of all that are declared. A region is looked up once, however many scans it had. */
export function modesOfPlaces(declared: readonly DeclaredMode[]): ModesOf {
  const known = new Map<RegionCode | null, RollOutModes>();
  return (regionCode) => {
    const found = known.get(regionCode) ?? modesAt(declared.filter((one) => holdsIn(one, regionCode)));
    known.set(regionCode, found);
    return found;
  };
}

const holdsIn = (mode: DeclaredMode, regionCode: RegionCode | null): boolean =>
  regionCode !== null && isWithin(regionCode, mode.regionCode);

/** A planned mode takes the place of the one that its region has for the topic. */
export const withPlanned = (declared: readonly DeclaredMode[], planned: DeclaredMode): DeclaredMode[] => [
  ...declared.filter(({ topic, regionCode }) => topic !== planned.topic || regionCode !== planned.regionCode),
  planned,
];

/** The same scan at places that check by other modes. */
export function underModes(facts: Facts, modesOf: ModesOf): Facts {
  const { machine, designatedArea: area } = facts;
  return {
    ...facts,
    modes: modesOf(machine?.regionCode ?? null),
    permits: facts.permits.map((permit) => ({ ...permit, modes: modesOf(permit.regionCode) })),
    designatedArea: area && { ...area, modes: modesOf(area.regionCode) },
  };
}
