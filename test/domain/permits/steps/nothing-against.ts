import type { Submission } from '../../../../src/domain/permits/steps/submission';
import { ANYWHERE, people } from '../permit-facts';
import { FREE } from './take-step';

/** Nothing speaks against it: everybody is there, and nothing else goes on near. */
export const SUBMISSION: Submission = {
  raised: { level: 'ordinary', raisedBecause: [] },
  place: ANYWHERE,
  watcher: { user: people.watcher, facts: FREE },
  holders: [people.safety, people.head],
  leaders: new Map(),
  conflicts: [],
  smallNear: 0,
  unsignedUrgent: [],
  headHoldsBoth: false,
  overlapping: [],
  occupierIsAnother: true,
};
