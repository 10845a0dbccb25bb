import {
  approvalPlaces,
  dutyAt,
  emptyPlaces,
  fits,
  holdsBothSeats,
  wouldFit,
  openPlaces,
  placesOf,
  signaturesOfRound,
  type Place,
  type RoleHolder,
} from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { shownHere } from './on-the-spot';
import { missing, notYet, wrongPerson, type Reason } from './reason';
import type { Guard, PermitSnapshot, User } from './snapshot';

/** A signature somebody may give now. */
export interface Signing {
  readonly place: Place;
  readonly role: string;
  /** The person for whom the delegate signs; null: the signer signs for themselves. */
  readonly onBehalfOf: string | null;
  /** The places that it fills. */
  readonly covers: readonly number[];
}

export type SigningAnswer = { readonly signing: Signing } | { readonly reason: Reason };

/** The place a person may sign at now while a permit is being approved, or why none. */
export function approvalSigning(snapshot: PermitSnapshot): SigningAnswer {
  const places = approvalPlaces(snapshot.permit, snapshot.rules);
  return signingAt(snapshot, places, openPlaces(places, signaturesOfRound(snapshot.permit)));
}

/** The full signatures that an urgent permit still needs; in any order, for the work has begun. */
export function countersigning(snapshot: PermitSnapshot): SigningAnswer {
  const places = placesOf(snapshot.rules.chain);
  return signingAt(snapshot, places, emptyPlaces(places, signaturesOfRound(snapshot.permit)));
}

function signingAt(
  { permit, person, rules }: PermitSnapshot,
  places: readonly Place[],
  open: readonly Place[],
): SigningAnswer {
  if (person.kind !== 'user') return { reason: wrongPerson('permit.not-approver') };
  const barred = selfOrTwice(permit, person);
  if (barred) return { reason: barred };
  if (waitsToBeKnown(person, places, permit)) return { reason: UNCONFIRMED };
  const capacities = capacitiesOf(permit, person);
  const fitsAny = (some: readonly Place[]): boolean =>
    anyFits(
      capacities.map(({ holder }) => holder),
      some,
      permit,
    );
  // a welder of the permit would approve their own work, also when signing as a deputy
  if (weldsUnder(permit, person) && fitsAny(places)) return { reason: wrongPerson('permit.own-welding') };
  for (const { holder, onBehalfOf } of capacities) {
    const place = open.find((one) => fits(holder, one, permit));
    if (place)
      return {
        signing: {
          place,
          role: dutyAt(holder, place, permit)!,
          onBehalfOf,
          covers: coveredBy(holder, place, permit, rules),
        },
      };
  }
  const later = emptyPlaces(places, signaturesOfRound(permit));
  return { reason: fitsAny(later) ? notYet('permit.not-your-turn') : wrongPerson('permit.not-approver') };
}

const UNCONFIRMED = wrongPerson('permit.seat-unconfirmed');

/** An official has to confirm first who this is, also of somebody who signs for another. */
const waitsToBeKnown = (person: User, places: readonly Place[], permit: Permit): boolean =>
  person.seatWaiting === true &&
  places.some((place) => [person, ...person.standsInFor].some((one) => wouldFit(one, place, permit)));

/** The applicant does not approve, and no person signs twice. */
function selfOrTwice(permit: Permit, { userId }: User): Reason | null {
  if (userId === permit.applicantId) return wrongPerson('permit.own-application');
  const signed = signaturesOfRound(permit).some((one) => one.userId === userId || one.onBehalfOf === userId);
  return signed ? wrongPerson('permit.signed-already') : null;
}

/** One of the welders whom the permit names. */
export const weldsUnder = (
  { welderIds }: Pick<Permit, 'welderIds'>,
  { welderId }: { readonly welderId?: string | null },
): boolean => typeof welderId === 'string' && welderIds.includes(welderId);

interface Capacity {
  readonly holder: RoleHolder;
  readonly onBehalfOf: string | null;
}

/** Oneself first, then those who are away. An absent applicant's roles do not help, nor those of one who has signed. */
function capacitiesOf(permit: Permit, person: User): Capacity[] {
  const signed = new Set(signaturesOfRound(permit).flatMap((one) => [one.userId, one.onBehalfOf]));
  return [
    { holder: person, onBehalfOf: null },
    ...person.standsInFor
      .filter((one) => one.userId !== permit.applicantId && !signed.has(one.userId) && !weldsUnder(permit, one))
      .map((holder) => ({ holder, onBehalfOf: holder.userId })),
  ];
}

/**
 * A leader who approved an urgent permit has also signed at their own place in the chain. One signature fills several
 * places in two cases: the regime lets one person sign for several duties (rule `permit.nobody-signs-twice` is false),
 * or the head of a small firm signs.
 */
export function coveredBy(holder: RoleHolder, place: Place, permit: Permit, rules: PermitRules): number[] {
  const duties = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit)).filter((one) =>
    fits(holder, one, permit),
  );
  if (!rules.nobodySignsTwice || holdsBothSeats(holder, permit))
    return [...new Set([place, ...duties].map(({ number }) => number))];
  const own = duties.find(({ roles }) => roles.some((role) => place.roles.includes(role))) ?? duties[0];
  return place.number < 0 && own ? [place.number, own.number] : [place.number];
}

const asGuard =
  (answerTo: (snapshot: PermitSnapshot) => SigningAnswer): Guard =>
  (snapshot) => {
    const answer = answerTo(snapshot);
    return 'reason' in answer ? [answer.reason] : [];
  };

export const mayApprove = asGuard(approvalSigning);
export const mayCountersign = asGuard(countersigning);

/**
 * If the chain asks for it, the signer must have visited the place before (GB 50720 6.3.1) or sign there (GB 30871-2022
 * 4.11). A signature that carries a position at the place counts as the visit.
 */
export const siteVisited: Guard = (snapshot) => {
  const answer = approvalSigning(snapshot);
  const { permit, person, input } = snapshot;
  if ('reason' in answer || !answer.signing.place.siteVisit || person.kind !== 'user') return [];
  if (permit.siteVisits.some(({ userId, round }) => userId === person.userId && round === permit.round)) return [];
  const sent = input.place !== undefined || input.metresFromPlace !== undefined;
  return sent ? shownHere(snapshot) : [missing('permit.site-visit-missing')];
};

const anyFits = (holders: readonly RoleHolder[], places: readonly Place[], permit: Permit): boolean =>
  holders.some((holder) => places.some((place) => fits(holder, place, permit)));

/** Whether somebody has a duty of the chain, themselves or for somebody away. */
export const holdsPlace = (person: User, permit: Permit, rules: PermitRules): boolean =>
  anyFits([person, ...person.standsInFor], placesOf(rules.chain), permit);

/**
 * People with a place in the chain, even if it is not their turn. They may visit the site and confirm amendments. A
 * deputy of the applicant may not.
 */
export const hasPlaceInChain: Guard = ({ permit, person, rules }) => {
  if (person.kind !== 'user') return [wrongPerson('permit.not-approver')];
  if (person.userId === permit.applicantId) return [wrongPerson('permit.own-application')];
  const places = placesOf(rules.chain);
  if (waitsToBeKnown(person, places, permit)) return [UNCONFIRMED];
  const asked = [permit.applicantId, permit.pendingAmendment?.askedBy];
  const others = person.standsInFor.filter(({ userId }) => !asked.includes(userId));
  const holders: RoleHolder[] = [person, ...others];
  return anyFits(holders, places, permit) ? [] : [wrongPerson('permit.not-approver')];
};

/** Whether anybody of the chain has yet to sign. */
export const waitsForSignatures = ({ permit, rules }: Pick<PermitSnapshot, 'permit' | 'rules'>): boolean =>
  emptyPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit)).length > 0;

/** Whether this signature is the last one that approval waits for. */
export function completesApproval(snapshot: PermitSnapshot): boolean {
  const answer = approvalSigning(snapshot);
  if ('reason' in answer) return false;
  const places = approvalPlaces(snapshot.permit, snapshot.rules);
  const left = emptyPlaces(places, signaturesOfRound(snapshot.permit));
  const { place, covers } = answer.signing;
  return left.every(({ number }) => number === place.number || covers.includes(number));
}
