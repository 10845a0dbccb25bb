import { invalid, wrongField, type Refusal } from '../../../kernel/refusal';
import { watchMs } from '../fire-watch';
import { isAuthority, partiesOf } from '../people';
import { NOT_SAID } from '../readiness';
import type { PermitSnapshot } from '../snapshot';
import { givenBefore, givenDetail, givenWhen } from '../given';
import type { StepInput } from './inputs';
import { photoToCheck, placeOf, presence, proofOf, userOf } from './person';
import type { Change, News, PermitRecord } from './step';

/** `measures`: ticks on the checklist, also taken away again. */
export function ticked(snapshot: PermitSnapshot, { items, signature }: StepInput<'measures'>): Change {
  return {
    set: presence(snapshot),
    records: [{ kind: 'ticks', items, userId: userOf(snapshot), ...givenBefore(snapshot) }],
    detail: { items, signature: proofOf(signature) ?? undefined, ...placeOf(snapshot), ...givenDetail(snapshot) },
  };
}

/**
 * Wrong ticks: of measures that the permit does not ask for, with a number that is not asked for, or without the
 * required signature.
 */
export const ticksRefused = (snapshot: PermitSnapshot, input: StepInput<'measures'>): Refusal | null =>
  seenBeforeStop(snapshot) ??
  unknownMeasures(snapshot, input) ??
  numbersNotAsked(snapshot, input) ??
  unsignedMeasures(snapshot, input);

/** What was seen before the work was stopped says nothing of the place as it is now. */
const seenBeforeStop = (snapshot: PermitSnapshot): Refusal | null => {
  const { state, permit } = snapshot;
  const stale = state === 'suspended' && givenWhen(snapshot) < (permit.suspendedAt ?? -Infinity);
  return stale ? wrongField('givenAt', 'permit.given-before-stop') : null;
};

/** Once signed a measure may be sent again with the others. What a plant sends is signed as a whole. */
function unsignedMeasures(
  { permit, rules, person }: PermitSnapshot,
  { items, signature }: StepInput<'measures'>,
): Refusal | null {
  if (person.kind === 'plant') return null;
  const signed = new Set(rules.measures.filter((rule) => rule.signature).map(({ code }) => code));
  const open = new Set(permit.measures.filter(({ confirmed }) => !confirmed).map(({ code }) => code));
  const missing = items.some(({ code, confirmed }) => confirmed && signed.has(code) && open.has(code));
  return missing && signature === null ? wrongField('signatureFileId', 'permit.measure-unsigned') : null;
}

function unknownMeasures({ permit }: PermitSnapshot, { items }: StepInput<'measures'>): Refusal | null {
  const known = new Set(permit.measures.map(({ code }) => code));
  const errors = items.flatMap(({ code }, i) =>
    known.has(code) ? [] : [{ path: `items.${i}.code`, code: 'permit.measure-unknown', params: { measure: code } }],
  );
  return errors.length === 0 ? null : invalid('request.invalid', { errors });
}

function numbersNotAsked({ rules }: PermitSnapshot, { items }: StepInput<'measures'>): Refusal | null {
  const counted = new Set(rules.measures.filter((rule) => rule.number).map(({ code }) => code));
  const at = items.findIndex(({ code, number }) => number !== undefined && !counted.has(code));
  return at < 0 ? null : wrongField(`items.${at}.number`, 'permit.measure-not-counted');
}

/** `start`: what stands on the permit has been seen to, work begins. An extension takes over what still runs. */
export function started(snapshot: PermitSnapshot, { signature }: StepInput<'start'>): Change {
  const { permit, person, at } = snapshot;
  // a job that begins under it cannot take others along in the same transaction: the clock does, a second later
  const takesOver = person.kind === 'user' && permit.extendsId !== null;
  return {
    set: { startedAt: at, ...presence(snapshot) },
    detail: { signature: proofOf(signature) ?? undefined },
    follow: takesOver ? [{ kind: 'pass-over', fromId: permit.extendsId, toId: permit.id }] : [],
  };
}

/**
 * `suspend`: one red button; the reason may come after. The authority's order stays until the authority lifts it. Whoever
 * stops by hand has seen something: the measures are looked at again (rule `permit.measures-anew`).
 */
export function suspended(snapshot: PermitSnapshot, { reason }: StepInput<'suspend'>): Change {
  const { permit, person, state, at } = snapshot;
  const said = reason ?? NOT_SAID;
  if (state === 'suspended') return { set: { suspendReason: said }, detail: { reason: said } };
  const set = { suspendedAt: at, suspendReason: said };
  if (person.kind === 'user') {
    const byAuthority = isAuthority(person, permit);
    return {
      set: { ...set, stoppedByAuthority: byAuthority },
      records: measuresAnew(snapshot),
      detail: { reason: said, byAuthority },
    };
  }
  // a watcher who does not answer is not there
  const gone = reason === 'watcher-silent' ? { watcherId: null, watchOnAt: null, tapMissedAt: null } : {};
  return { set: { ...set, ...gone }, detail: { reason: said } };
}

const measuresAnew = (snapshot: PermitSnapshot): PermitRecord[] => {
  const ticked = snapshot.permit.measures.filter(({ confirmed }) => confirmed);
  if (!snapshot.rules.measuresAnew || ticked.length === 0) return [];
  return [{ kind: 'ticks', items: ticked.map(({ code }) => ({ code, confirmed: false })), userId: userOf(snapshot) }];
};

/** `resume`: a tap that was missed before counts no longer, or the next one would call nobody. */
export const resumed = (snapshot: PermitSnapshot, { note }: StepInput<'resume'>): Change => ({
  set: {
    suspendedAt: null,
    suspendReason: null,
    stoppedByAuthority: false,
    tapMissedAt: null,
    ...presence(snapshot),
  },
  detail: { note: note ?? undefined },
});

/** `finish`: nothing burns any more; now somebody stays and watches (rule `permit.fire-watch-minutes`). */
export function finished({ permit, rules, at }: PermitSnapshot, { note }: StepInput<'finish'>): Change {
  const watchUntil = at + watchMs(rules, permit.placeKinds);
  return {
    set: { finishedAt: at, watchUntil, stoppedByAuthority: false, tapMissedAt: null },
    detail: { note: note ?? undefined, watchUntil: new Date(watchUntil).toISOString() },
  };
}

/** `close`: the watch is over and no embers are left. */
export function closed(snapshot: PermitSnapshot, input: StepInput<'close'>): Change {
  const [photo, signature] = [proofOf(input.photo), proofOf(input.signature)];
  return {
    records: photoToCheck(snapshot),
    set: { closedAt: snapshot.at, closeNote: input.note || null, closePhotoId: photo?.fileId ?? null, watcherId: null },
    detail: {
      residualFire: false,
      photo: photo ?? undefined,
      signature: signature ?? undefined,
      ...placeOf(snapshot),
    },
  };
}

/** If embers are reported at closing, help is called and the watch goes on. */
export function residualFire({ permit }: PermitSnapshot, input: StepInput<'close'>): News | null {
  if (input.residualFire !== true) return null;
  return {
    type: 'permit.residual-fire',
    to: [
      { kind: 'safety-officers', of: partiesOf(permit) },
      { kind: 'users', ids: [permit.applicantId] },
    ],
    data: { place: permit.placeName },
  };
}

/** Past its end. Where work was begun somebody still has to watch; the watcher stays bound only there. */
export const expired = ({ permit }: PermitSnapshot): Change => ({
  set: permit.startedAt === null ? { waitingSince: null, watcherId: null, watchOnAt: null } : { waitingSince: null },
});

/** `hand-over`: all of the work went over to the extension. */
export const handedOver = ({ at }: PermitSnapshot, { continuedBy }: StepInput<'hand-over'>): Change => ({
  set: { closedAt: at, watcherId: null },
  detail: { continuedBy },
});
