import { oneOrMany, type Refusal } from '../../kernel/refusal';
import { applicantOrLeader } from './people';
import type { Permit } from './permit';
import { missing, notYet, wrongPerson } from './reason';
import { hasPlaceInChain } from './signing';
import type { Guard } from './snapshot';

/**
 * Welders and machines may be added to an issued permit; everything else is a new permit. One asks, another with a
 * place in the chain confirms. A small job has no chain: what its welder adds counts at once, the occupier need not.
 */
export const mayAmend: Guard = (snapshot) => {
  const { permit, person, input } = snapshot;
  const pending = permit.pendingAmendment;
  // a person who may do either of the two is told that the request was not understood
  if (input.unreadable && pending && hasPlaceInChain(snapshot).length === 0) return [];
  if (input.unreadable) return asking(snapshot);
  const confirms = input.confirm ?? pending !== null; // unasked: what is next to be done
  if (!confirms) return [...asking(snapshot), ...(pending ? [missing('permit.amendment-waits')] : [])];
  if (!pending) return [notYet('permit.no-amendment')];
  if (person.kind === 'user' && person.userId === pending.askedBy) return [wrongPerson('permit.own-amendment')];
  return hasPlaceInChain(snapshot);
};

const asking: Guard = (snapshot) => {
  const { permit, person } = snapshot;
  const smallJobsWelder =
    permit.regime === 'small' &&
    person.kind === 'user' &&
    person.welderId !== null &&
    permit.welderIds.includes(person.welderId);
  return smallJobsWelder ? [] : applicantOrLeader(snapshot);
};

interface Work extends Pick<Permit, 'regime' | 'lat' | 'lng' | 'placeKinds'> {
  readonly radiusM: number;
  readonly content: string;
  readonly method: string;
}

/** An extension is more time for the same work: what was ticked and measured for it counts on. Other work is a new permit. */
export function otherWork(original: Work, wanted: Work): Refusal | null {
  const moved = wanted.lat !== original.lat || wanted.lng !== original.lng || wanted.radiusM > original.radiusM;
  const differing = [
    ...(wanted.regime === original.regime ? [] : ['regime']),
    ...(moved ? ['place'] : []),
    ...(original.placeKinds.every((kind) => wanted.placeKinds.includes(kind)) ? [] : ['place.kinds']),
    ...(wanted.content === original.content ? [] : ['content']),
    ...(wanted.method === original.method ? [] : ['method']),
  ];
  return differing.length === 0
    ? null
    : oneOrMany(differing.map((path) => ({ path, code: 'permit.extension-other-work' })));
}
