import type { Unproven } from '../places/place-proof';
import { placesOf } from './approval-chain';
import type { PermitRules } from './permit-rules';
import { missing, type Reason } from './reason';
import type { CommandInput, Guard } from './snapshot';

const UNPROVEN: Readonly<Record<Unproven, string>> = {
  'no-position': 'permit.place-unproven',
  inexact: 'permit.place-unproven',
  'signboard-not-bound': 'permit.signboard-not-bound',
  'signboard-not-of-here': 'permit.signboard-not-of-here',
  'photo-missing': 'permit.signboard-photo-missing',
};

const unproven = ({ place }: CommandInput): Reason[] =>
  place?.proven.outcome === 'unproven' ? [missing(UNPROVEN[place.proven.because])] : [];

/** Some metres more than the radius are within what a phone measures. */
export const onThePlace: Guard = ({ input: { metresFromPlace }, permit: { radiusM } }) =>
  metresFromPlace !== undefined && metresFromPlace > radiusM
    ? [missing('permit.not-on-site', { metres: Math.round(metresFromPlace), radius: radiusM })]
    : [];

/** If the roll-out of places enforces it, the caller must prove that they are at the place. */
export const placeShown: Guard = ({ input }) => (input.place?.proofEnforced ? unproven(input) : []);

/** A visit is nothing else than having been there. */
export const visitShown: Guard = ({ input }) => unproven(input);

/** Inside the circle, or shown by the signboard. */
export const shownHere: Guard = (snapshot) => [...onThePlace(snapshot), ...visitShown(snapshot)];

/** Somebody of its chain sees the place before they sign. */
export const isSeenOnTheSpot = ({ chain }: PermitRules): boolean => placesOf(chain).some(({ siteVisit }) => siteVisit);

/** Occupier **and** grid worker confirm such a small job on the spot. Without an account there is no photo of a signboard. */
export const occupierHere: Guard = (snapshot) => {
  if (!isSeenOnTheSpot(snapshot.rules)) return [];
  const unproven = snapshot.input.place?.proven.outcome === 'unproven';
  return [...onThePlace(snapshot), ...(unproven ? [missing('permit.occupier-place-unproven')] : [])];
};

/** A watch is closed where it was kept, not at a desk. */
export const closedHere: Guard = (snapshot) =>
  snapshot.input.place?.outsideRefused ? [...onThePlace(snapshot), ...placeShown(snapshot)] : placeShown(snapshot);
