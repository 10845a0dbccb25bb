import {
  approvalPlaces,
  emptyPlaces,
  fits,
  holdsBothSeats,
  placesOf,
  seatOfApplicant,
  signaturesOfRound,
  type Place,
  type RoleHolder,
} from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { coveredBy, weldsUnder } from './signing';

/** Somebody with an account that is in use, and a duty. */
export interface Approver extends RoleHolder {
  readonly welderId?: string | null;
}

/** The permit after its submission: signatures of earlier rounds are void, and the applicant holds the seat of the person who fills it in. */
function submittedAnew(permit: Permit, rules: PermitRules, people: readonly Approver[]): Permit {
  const { round, applicantId: userId } = permit;
  const applicant = people.find((one) => one.userId === userId);
  const seat = applicant ? seatOfApplicant(placesOf(rules.chain), applicant, permit) : null;
  if (!seat) return { ...permit, signatures: [] };
  const { number, step, roles } = seat;
  const held = { round, step, role: roles[0]!, userId, onBehalfOf: null, covers: [number], signedAt: 0 };
  return { ...permit, signatures: [held] };
}

/** What a submission waits for: the whole chain but the seat that the applicant holds already. */
export function seatsToSign(permit: Permit, rules: PermitRules, people: readonly Approver[]): Place[] {
  const anew = submittedAnew(permit, rules, people);
  return emptyPlaces(approvalPlaces(anew, rules), signaturesOfRound(anew));
}

/**
 * Seats that would stay empty for ever if the permit were submitted to these people. Urgent work waits for its leader, and
 * for the full signatures of others afterwards.
 */
export function seatsNobodyFills(permit: Permit, rules: PermitRules, people: readonly Approver[]): Place[] {
  const anew = submittedAnew(permit, rules, people);
  const asked = seatsToSign(permit, rules, people);
  const empty = placesWithoutApprover(anew, asked, rules, people);
  const [leader] = asked.filter(({ number }) => number < 0);
  if (empty.length > 0 || !leader) return empty;
  const chain = emptyPlaces(placesOf(rules.chain), anew.signatures);
  return people
    .filter((one) => maySign(anew, one) && fits(one, leader, anew))
    .map((one) => {
      const covered = coveredBy(one, leader, anew, rules);
      const left = chain.filter(({ number }) => !covered.includes(number));
      const others = people.filter(({ userId }) => userId !== one.userId);
      return placesWithoutApprover(anew, left, rules, others);
    })
    .reduce((best, next) => (next.length < best.length ? next : best));
}

/** Neither the applicant nor a welder of the job. */
const maySign = (permit: Permit, one: Approver): boolean =>
  one.userId !== permit.applicantId && !weldsUnder(permit, one);

/**
 * Empty places that nobody can fill as things stand: no account with that duty but the applicant's, a named welder's or
 * that of somebody who has signed already, or one person where two have to sign. Finds the fullest assignment of people to
 * places (Kuhn's algorithm; a chain has a handful of places). A deputy signs for somebody who could sign themselves, so
 * deputies never fill more places than their principals.
 */
export function placesWithoutApprover(
  permit: Permit,
  empty: readonly Place[],
  rules: PermitRules,
  people: readonly Approver[],
): Place[] {
  const signatures = signaturesOfRound(permit);
  const signed = new Set(signatures.flatMap(({ userId, onBehalfOf }) => [userId, onBehalfOf]));
  const able = people.filter((one) => maySign(permit, one) && !signed.has(one.userId));
  const candidates = new Map(empty.map((place) => [place, able.filter((one) => fits(one, place, permit))]));
  if (!rules.nobodySignsTwice) return empty.filter((place) => candidates.get(place)!.length === 0);
  const both = able.find((one) => holdsBothSeats(one, permit));
  const signs = new Map<string, Place>();
  return empty
    .filter((place) => !both || !fits(both, place, permit))
    .filter((place) => !assign(place, candidates, signs, new Set()));
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
