import { approvalPlaces, fits, type Place, type RoleHolder } from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';

/**
 * The places of a chain that nobody can fill: no account with that duty, only the applicant's, or one person where two
 * have to sign. Finds the fullest assignment of people to places (Kuhn's algorithm; a chain has a handful of places).
 */
export function placesWithoutApprover(permit: Permit, rules: PermitRules, people: readonly RoleHolder[]): Place[] {
  const places = approvalPlaces(permit, rules);
  const able = people.filter(({ userId }) => userId !== permit.applicantId);
  const candidates = new Map(places.map((place) => [place, able.filter((one) => fits(one, place, permit))]));
  if (!rules.nobodySignsTwice) return places.filter((place) => candidates.get(place)!.length === 0);
  const signs = new Map<string, Place>();
  return places.filter((place) => !assign(place, candidates, signs, new Set()));
}

/** Gives the place somebody, moving others to their second choice where that helps. */
function assign(
  place: Place,
  candidates: ReadonlyMap<Place, readonly RoleHolder[]>,
  signs: Map<string, Place>,
  asked: Set<string>,
): boolean {
  for (const { userId } of candidates.get(place) ?? []) {
    if (asked.has(userId)) continue;
    asked.add(userId);
    const other = signs.get(userId);
    if (other && !assign(other, candidates, signs, asked)) continue;
    signs.set(userId, place);
    return true;
  }
  return false;
}
