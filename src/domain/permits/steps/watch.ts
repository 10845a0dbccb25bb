import type { PermitState } from '../permit';
import type { PermitSnapshot } from '../snapshot';
import { givenBefore, givenDetail, presentSince } from '../given';
import type { StepInput } from './inputs';
import { photoToCheck, placeOf, proofOf, signboardBound, userOf } from './person';
import type { Change, PermitRecord, WatchRecordKind } from './step';

/** `fire-watch-on`: the watcher named comes to the point. */
export const watchTaken = (snapshot: PermitSnapshot, input: StepInput<'fire-watch-on'>): Change =>
  watchBy(snapshot, input, 'on', snapshot.permit.watchOnAt ?? snapshot.at);

/** `substitute-watch`: somebody free and qualified takes the place; their watch begins when they come. */
export const watchSubstituted = (snapshot: PermitSnapshot, input: StepInput<'substitute-watch'>): Change =>
  watchBy(snapshot, input, 'substitute', snapshot.at);

function watchBy(
  snapshot: PermitSnapshot,
  input: StepInput<'fire-watch-on'>,
  what: 'on' | 'substitute',
  watchOnAt: number,
): Change {
  const { permit, at } = snapshot;
  const watcher = userOf(snapshot);
  const photo = proofOf(input.photo);
  return {
    set: { fireWatchId: watcher, watcherId: watcher, watchOnAt, tappedAt: at, tapMissedAt: null },
    records: [
      recordOf(snapshot, input, what),
      ...signboardBound(snapshot),
      ...photoToCheck(snapshot),
      ...(permit.extendsId === null
        ? []
        : [{ kind: 'watch-moved', fromId: permit.extendsId, watcherId: watcher } as const]),
    ],
    detail: { watcher, before: permit.fireWatchId, photo: photo ?? undefined, ...placeOf(snapshot) },
  };
}

/** `watch-tap`: "I am here", or was when the phone had no network. */
export const tapped = (snapshot: PermitSnapshot, input: StepInput<'watch-tap'>): Change => ({
  set: presentSince(snapshot),
  records: [{ ...recordOf(snapshot, input, 'tap'), ...givenBefore(snapshot) }],
  detail: givenDetail(snapshot),
});

/** `fire-watch-off`: without a watcher nothing burns. */
export function watchLeft(snapshot: PermitSnapshot, input: StepInput<'fire-watch-off'>, to: PermitState): Change {
  const suspends = snapshot.permit.state === 'active' && to === 'suspended';
  return {
    set: {
      watcherId: null,
      watchOnAt: null,
      tapMissedAt: null,
      ...(suspends && { suspendedAt: snapshot.at, suspendReason: 'watcher-gone' }),
    },
    records: [recordOf(snapshot, input, 'off')],
    detail: { reason: input.reason },
  };
}

const recordOf = (
  snapshot: PermitSnapshot,
  { recordId, position, photo }: StepInput<'watch-tap'>,
  what: WatchRecordKind,
): PermitRecord => ({
  kind: 'watch',
  id: recordId,
  what,
  userId: userOf(snapshot),
  position,
  photoId: proofOf(photo)?.fileId ?? null,
});
