import type { Instant } from '../../../kernel/time';
import { placesAmong } from '../occupier';
import { approvalPlaces, emptyPlaces, signaturesOfRound } from '../approval-chain';
import type { PermitState } from '../permit';
import { shownHere } from '../on-the-spot';
import { approvalSigning, countersigning, type Signing, type SigningAnswer } from '../signing';
import type { PermitSnapshot } from '../snapshot';
import type { Seen, StepInput } from './inputs';
import { photoToCheck, placeOf, proofOf, signboardBound, userOf } from './person';
import type { Change, Evidence, Original, PermitChanges, PermitRecord } from './step';

/** `approve`: the next signature in the chain. */
export function approved(snapshot: PermitSnapshot, input: StepInput<'approve'>, to: PermitState): Change {
  const signing = signingOf(approvalSigning(snapshot));
  const waits = othersOfStepAwaited(snapshot, signing) ? {} : { waitingSince: snapshot.at, reminders: 0 };
  const change = signatureChange(snapshot, signing, input);
  return {
    ...change,
    records: [...seenOnSite(snapshot, signing, input.visit ?? null), ...(change.records ?? [])],
    set: {
      ...waits,
      ...(to !== 'submitted' && { approvedAt: snapshot.at }),
      ...(to === 'issued' && inForce(snapshot)),
    },
  };
}

/** A position that came along with a signature is the visit that the chain asks for. */
const seenOnSite = (snapshot: PermitSnapshot, { place }: Signing, seen: Seen | null): PermitRecord[] =>
  place.siteVisit && seen && shownHere(snapshot).length === 0 ? [visitOf(snapshot, seen, null)] : [];

/** `countersign`: a full signature that follows the leader's from afar. */
export const countersigned = (snapshot: PermitSnapshot, input: StepInput<'countersign'>): Change =>
  signatureChange(snapshot, signingOf(countersigning(snapshot)), input);

function signingOf(answer: SigningAnswer): Signing {
  if ('signing' in answer) return answer.signing;
  throw new Error('a signature without a place passed the table');
}

/** Whether others of the same step still have to sign, so that their time goes on. */
function othersOfStepAwaited({ permit, rules }: PermitSnapshot, { place, covers }: Signing): boolean {
  const empty = emptyPlaces(approvalPlaces(permit, rules), signaturesOfRound(permit));
  return empty.some(({ step, number }) => step === place.step && !covers.includes(number));
}

function signatureChange(
  snapshot: PermitSnapshot,
  signing: Signing,
  { comment, signature }: StepInput<'approve'>,
): Change {
  const { place, role, onBehalfOf, covers } = signing;
  const proof = proofOf(signature);
  const record: PermitRecord = {
    kind: 'signature',
    round: snapshot.permit.round,
    userId: userOf(snapshot),
    signing,
    comment,
    signatureFileId: proof?.fileId ?? null,
  };
  return {
    records: [record],
    detail: {
      step: place.step,
      role,
      covers,
      ...(onBehalfOf && { onBehalfOf }),
      ...drawn(proof),
      ...placeOf(snapshot),
      ...doubted(snapshot),
    },
  };
}

/** What the signer knew of people without a safety agreement. */
const doubted = ({ input: { doubts = [] } }: PermitSnapshot) =>
  doubts.length === 0 ? {} : { doubts: doubts.map(({ standing, welderId }) => ({ standing, welderId })) };

const drawn = (signature: Evidence | null): { signature?: Evidence } => (signature ? { signature } : {});

/** `return`, `reject`, `cancel`: they need a reason, and end the wait for signers. */
export const turnedDown = (_: PermitSnapshot, { reason }: StepInput<'cancel'>): Change => ({
  set: { waitingSince: null, watcherId: null, watchOnAt: null },
  detail: { reason },
});

/** `issue`: from now on the permit keeps the rules of this day. An extension in time takes the running work over. */
export function issued(snapshot: PermitSnapshot, input: StepInput<'issue'>, to: PermitState): Change {
  const { permit, rules, at } = snapshot;
  const set = { issuedAt: at, issuedBy: userOf(snapshot), ruleVersion: rules.version, waitingSince: null };
  const detail = {
    ruleVersion: rules.version,
    comment: input.comment ?? undefined,
    ...drawn(proofOf(input.signature)),
    ...placeOf(snapshot),
  };
  const bound = signboardBound(snapshot);
  if (to !== 'active') return { set, detail, records: bound };
  if (!input.original) throw new Error(`permit ${permit.id} takes over from nothing`);
  return {
    set: { ...set, ...watchOf(input.original, at) },
    detail,
    records: [
      ...bound,
      { kind: 'watch-moved', fromId: input.original.id, watcherId: input.original.fireWatchId },
      { kind: 'inherited', from: input.original },
    ],
    follow: [{ kind: 'pass-over', fromId: input.original.id, toId: permit.id }],
  };
}

/** The same people at the same place vouch for the extension with what they have confirmed already. */
const watchOf = ({ fireWatchId, watchOnAt, tappedAt }: Original, at: Instant): PermitChanges => ({
  startedAt: at,
  fireWatchId,
  watcherId: watchOnAt === null ? null : fireWatchId,
  watchOnAt,
  tappedAt,
});

/** From now on the permit keeps the rules of this day. */
const inForce = ({ rules, at }: PermitSnapshot): PermitChanges => ({
  issuedAt: at,
  ruleVersion: rules.version,
  waitingSince: null,
});

/** The occupier typed the code: the grid worker of the place is told, and waited for where the level asks for a look on the spot. */
export function declared(
  snapshot: PermitSnapshot,
  { by, occupierWatches, sameOccupier }: StepInput<'occupier-confirmation'>,
  to: PermitState,
): Change {
  const { permit, rules, at } = snapshot;
  const waits = to === 'submitted';
  const { regionCode, lat, lng } = permit;
  const gridWorkers = [{ kind: 'grid-workers', regionCode, point: { lat, lng } }] as const;
  const seen = rules.small.occupierPlaces;
  const places = seen ? placesAmong([permit, ...sameOccupier], seen.withinM) : 0;
  const often = seen !== null && places >= seen.places;
  return {
    set: { occupierConfirmedAt: at, ...(waits ? { waitingSince: at, reminders: 0 } : inForce(snapshot)) },
    detail: { by, occupierWatches: occupierWatches === true, ...(often && { places }), ...placeOf(snapshot) },
    news: [
      { type: 'permit.declared', to: gridWorkers, data: { place: permit.placeName, waits } },
      ...(often ? [{ type: 'permit.occupier-often', to: gridWorkers, data: { place: permit.placeName, places } }] : []),
    ],
  };
}

/** `site-visit`: an approver was there and saw it. */
export function visited(snapshot: PermitSnapshot, input: StepInput<'site-visit'>): Change {
  const photo = proofOf(input.photo);
  return {
    records: [visitOf(snapshot, input, photo?.fileId ?? null), ...signboardBound(snapshot), ...photoToCheck(snapshot)],
    detail: { ...(photo && { photo }), ...placeOf(snapshot) },
  };
}

const visitOf = (
  snapshot: PermitSnapshot,
  { recordId, position, accuracyM }: Seen,
  photoId: string | null,
): PermitRecord => ({
  kind: 'site-visit',
  id: recordId,
  round: snapshot.permit.round,
  userId: userOf(snapshot),
  position,
  accuracyM,
  photoId,
});
