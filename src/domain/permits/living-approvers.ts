import { approvalPlaces, fits, signaturesOfRound, type Place, type RoleHolder } from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';

/** Places of a chain for which nobody has an account at all: to ask for signatures there would be to ask nobody. */
export const placesWithoutAccount = (permit: Permit, rules: PermitRules, people: readonly RoleHolder[]): Place[] =>
  approvalPlaces(permit, rules).filter((place) => !people.some((one) => fits(one, place, permit)));

/**
 * Empty places that nobody can fill as things stand: no account with that duty but the applicant's or of somebody who has
 * signed already, or one person where two have to sign. Finds the fullest assignment of people to places (Kuhn's
 * algorithm; a chain has a handful of places).
 */
export function placesWithoutApprover(
  permit: Permit,
  empty: readonly Place[],
  rules: PermitRules,
  people: readonly RoleHolder[],
): Place[] {
  const barred = new Set([permit.applicantId, ...signaturesOfRound(permit).map(({ userId }) => userId)]);
  const able = people.filter(({ userId }) => !barred.has(userId));
  const candidates = new Map(empty.map((place) => [place, able.filter((one) => fits(one, place, permit))]));
  if (!rules.nobodySignsTwice) return empty.filter((place) => candidates.get(place)!.length === 0);
  const signs = new Map<string, Place>();
  return empty.filter((place) => !assign(place, candidates, signs, new Set()));
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
