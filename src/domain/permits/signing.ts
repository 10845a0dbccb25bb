import {
  approvalPlaces,
  emptyPlaces,
  fits,
  openPlaces,
  placesOf,
  signaturesOfRound,
  type Place,
  type RoleHolder,
} from './approval-chain';
import type { Permit } from './permit';
import type { PermitRules } from './permit-rules';
import { missing, notYet, wrongPerson, type Reason } from './reason';
import type { Guard, PermitSnapshot, User } from './snapshot';

/** A signature somebody may give now. */
export interface Signing {
  readonly place: Place;
  readonly role: string;
  /** In whose name; null in one's own. */
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
  const capacities = capacitiesOf(permit, person);
  for (const { holder, onBehalfOf } of capacities) {
    const place = open.find((one) => fits(holder, one, permit));
    if (place)
      return {
        signing: {
          place,
          role: place.roles.find((role) => holder.roles.includes(role))!,
          onBehalfOf,
          covers: coveredBy(holder, place, permit, rules),
        },
      };
  }
  const later = emptyPlaces(places, signaturesOfRound(permit));
  const waits = capacities.some(({ holder }) => later.some((place) => fits(holder, place, permit)));
  return { reason: waits ? notYet('permit.not-your-turn') : wrongPerson('permit.not-approver') };
}

/** Nobody approves what they applied for, and nobody signs twice. */
function selfOrTwice(permit: Permit, { userId }: User): Reason | null {
  if (userId === permit.applicantId) return wrongPerson('permit.own-application');
  const signed = signaturesOfRound(permit).some((one) => one.userId === userId || one.onBehalfOf === userId);
  return signed ? wrongPerson('permit.signed-already') : null;
}

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
      .filter(({ userId }) => userId !== permit.applicantId && !signed.has(userId))
      .map((holder) => ({ holder, onBehalfOf: holder.userId })),
  ];
}

/**
 * A leader who approved an urgent permit has thereby also signed at their own place in the chain. Where a regime lets
 * one person sign for several duties (rule `permit.nobody-signs-twice` false), one signature fills them all.
 */
function coveredBy(holder: RoleHolder, { number }: Place, permit: Permit, rules: PermitRules): number[] {
  const duties = emptyPlaces(placesOf(rules.chain), signaturesOfRound(permit))
    .filter((place) => fits(holder, place, permit))
    .map((place) => place.number);
  const asLeader = number < 0 ? duties.slice(0, 1) : [];
  return [...new Set([number, ...(rules.nobodySignsTwice ? asLeader : duties)])];
}

const asGuard =
  (answerTo: (snapshot: PermitSnapshot) => SigningAnswer): Guard =>
  (snapshot) => {
    const answer = answerTo(snapshot);
    return 'reason' in answer ? [answer.reason] : [];
  };

export const mayApprove = asGuard(approvalSigning);
export const mayCountersign = asGuard(countersigning);

/** GB 50720 and site practice: who issues a hot-work permit of a building site has seen the place before signing. */
export const siteVisited: Guard = (snapshot) => {
  const answer = approvalSigning(snapshot);
  const { permit, person } = snapshot;
  if ('reason' in answer || !answer.signing.place.siteVisit || person.kind !== 'user') return [];
  const visited = permit.siteVisits.some(({ userId, round }) => userId === person.userId && round === permit.round);
  return visited ? [] : [missing('permit.site-visit-missing')];
};

/**
 * Those with a place in the chain, whether or not it is their turn: they visit the site, and confirm amendments. Nobody
 * does so in the name of whoever asked.
 */
export const hasPlaceInChain: Guard = ({ permit, person, rules }) => {
  if (person.kind !== 'user') return [wrongPerson('permit.not-approver')];
  if (person.userId === permit.applicantId) return [wrongPerson('permit.own-application')];
  const places = placesOf(rules.chain);
  const asked = [permit.applicantId, permit.pendingAmendment?.askedBy];
  const others = person.standsInFor.filter(({ userId }) => !asked.includes(userId));
  const holders: RoleHolder[] = [person, ...others];
  const has = holders.some((holder) => places.some((place) => fits(holder, place, permit)));
  return has ? [] : [wrongPerson('permit.not-approver')];
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
