import type { Instant } from '../../../kernel/time';
import { approvalPlaces, emptyPlaces, signaturesOfRound } from '../approval-chain';
import type { PermitState } from '../permit';
import { approvalSigning, countersigning, type Signing, type SigningAnswer } from '../signing';
import type { PermitSnapshot } from '../snapshot';
import type { StepInput } from './inputs';
import { photoToCheck, placeOf, proofOf, signboardBound, userOf } from './person';
import type { Change, Evidence, Original, PermitChanges, PermitRecord } from './step';

/** `approve`: the next signature in the chain. */
export function approved(snapshot: PermitSnapshot, input: StepInput<'approve'>, to: PermitState): Change {
  const signing = signingOf(approvalSigning(snapshot));
  const waits = othersOfStepAwaited(snapshot, signing) ? {} : { waitingSince: snapshot.at, reminders: 0 };
  return {
    ...signatureChange(snapshot, signing, input),
    set: { ...waits, ...(to === 'approved' && { approvedAt: snapshot.at }) },
  };
}

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
    },
  };
}

const drawn = (signature: Evidence | null): { signature?: Evidence } => (signature ? { signature } : {});

/** `return`, `reject`, `cancel`: a reason, and whoever was waited for is not any more. */
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

/** The occupier typed the code: a small job is declared, and the grid worker of the place is told. */
export const declared = ({ permit, rules, at }: PermitSnapshot): Change => ({
  set: { occupierConfirmedAt: at, issuedAt: at, ruleVersion: rules.version },
  news: [
    {
      type: 'permit.declared',
      to: [{ kind: 'grid-workers', regionCode: permit.regionCode }],
      data: { place: permit.placeName },
    },
  ],
});

/** `site-visit`: an approver was there and saw it. */
export function visited(snapshot: PermitSnapshot, input: StepInput<'site-visit'>): Change {
  const { recordId, position, accuracyM } = input;
  const photo = proofOf(input.photo);
  const visit = {
    kind: 'site-visit',
    id: recordId,
    round: snapshot.permit.round,
    userId: userOf(snapshot),
    position,
    accuracyM,
    photoId: photo?.fileId ?? null,
  } as const;
  return {
    records: [visit, ...signboardBound(snapshot), ...photoToCheck(snapshot)],
    detail: { ...(photo && { photo }), ...placeOf(snapshot) },
  };
}
