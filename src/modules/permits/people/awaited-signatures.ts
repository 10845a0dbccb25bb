import {
  approvalPlaces,
  emptyPlaces,
  fits,
  openPlaces,
  partyId,
  placesOf,
  signaturesOfRound,
  type Place,
} from '../../../domain/permits/approval-chain';
import { placesWithoutApprover, seatsToSign, type Approver } from '../../../domain/permits/living-approvers';
import { weldsUnder } from '../../../domain/permits/signing';
import type { Permit, PermitState, Signature } from '../../../domain/permits/permit';
import type { Person } from '../../../domain/permits/snapshot';
import type { PermitRules } from '../../../domain/permits/permit-rules';
import type { Tx } from '../../../platform/database/unit-of-work';
import { namedWordIn, type Language } from '../../../kernel/language';
import type { AwaitedSignatureView } from '../page/permit-detail.dto';
import type { NamedHolder } from './holders.view';
import type { PermitPeople } from './permit-people';

/** Who signs next, and where nobody can: that somebody has to be appointed, and to whom to turn. */
export async function awaitedSignatures(
  tx: Tx,
  people: PermitPeople,
  permit: Permit,
  rules: PermitRules,
  { person, language }: { readonly person: Person; readonly language: Language },
): Promise<AwaitedSignatureView[]> {
  const { countersigned, signatures, places, empty: unsigned } = waitedFor(permit, rules);
  if (unsigned.length === 0) return [];
  const holders = await people.holdersOf(tx, permit, unsigned);
  const empty = toBeSigned(permit, unsigned, rules, holders);
  const missing = placesWithoutApprover(permit, empty, rules, holders);
  const now = openPlaces(places, signatures);
  // the occupier of a small job comes first
  const agreed = !rules.occupierConfirms || permit.occupierConfirmedAt !== null;
  const awaited: AwaitedSignatureView[] = [];
  for (const place of empty) {
    const leaders = missing.includes(place) ? await people.leadersOf(tx, partyId(place.of, permit)) : [];
    awaited.push({
      step: place.step,
      roles: [...place.roles],
      title: namedWordIn(place, 'title', language),
      now: countersigned || (permit.state === 'submitted' && agreed && now.includes(place)),
      siteVisit: place.siteVisit && !visitedAt(place, permit, person, holders),
      signers: signersAt(place, permit, holders, signatures),
      missing: missing.includes(place),
      turnTo: leaders.map(({ name }) => name),
    });
  }
  return awaited;
}

/** States in which somebody still has to sign, or will have to. */
const UNSIGNED: readonly PermitState[] = ['draft', 'returned', 'submitted'];

function waitedFor(permit: Permit, rules: PermitRules) {
  const countersigned = permit.urgent && permit.issuedAt !== null;
  const places = countersigned ? placesOf(rules.chain) : approvalPlaces(permit, rules);
  // what came back is signed anew
  const signatures = permit.state === 'returned' ? [] : signaturesOfRound(permit);
  const waits = countersigned || UNSIGNED.includes(permit.state);
  return { countersigned, places, signatures, empty: waits ? emptyPlaces(places, signatures) : [] };
}

/** For a person who may sign there, their own visit counts; everybody else is told whether any signer has been there. */
function visitedAt(place: Place, permit: Permit, person: Person, holders: readonly Approver[]): boolean {
  if (permit.state === 'returned') return false; // it is visited anew
  const visitors = permit.siteVisits.filter(({ round }) => round === permit.round).map(({ userId }) => userId);
  const own = person.kind === 'user' && [person, ...person.standsInFor].some((one) => fits(one, place, permit));
  if (own) return visitors.includes(person.userId);
  return holders.some((one) => fits(one, place, permit) && visitors.includes(one.userId));
}

/** The applicant's own seat is held once the permit is submitted: nobody need sign there. */
function toBeSigned(permit: Permit, empty: Place[], rules: PermitRules, holders: readonly Approver[]): Place[] {
  if (permit.state === 'submitted' || permit.issuedAt !== null) return empty;
  const numbers = seatsToSign(permit, rules, holders).map(({ number }) => number);
  return empty.filter(({ number }) => numbers.includes(number));
}

function signersAt(
  place: Place,
  permit: Permit,
  holders: readonly NamedHolder[],
  signatures: readonly Signature[],
): string[] {
  const barred = [permit.applicantId, ...signatures.map(({ userId }) => userId)];
  return holders
    .filter((one) => fits(one, place, permit) && !barred.includes(one.userId) && !weldsUnder(permit, one))
    .map(({ name }) => name);
}
