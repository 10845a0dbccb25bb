import { beyondSmall, type BeyondSmall } from '@domain/permits/beyond-small';

/** Chosen where no kind holds, so that an unanswered question is not taken for a no. */
export const NONE_OF_THEM = 'none';
/** A kind on this page only: to the platform it is an answer about the work. */
const NEAR_FLAMMABLES = 'near-flammables';

/** What the page offers, the most frequent first; the platform's list says which of them it knows. */
const OFFERED = [
  'small-venue', 'live-in-business', 'mixed-use', 'crowded', 'public-assembly', 'public-entertainment', 'never-closes', 'height',
  'sandwich-panel', 'confined-space', NEAR_FLAMMABLES,
] as const; // prettier-ignore

export const knownOf = (known: readonly string[]): string[] =>
  OFFERED.filter((code) => code === NEAR_FLAMMABLES || known.includes(code));

/** As the platform names them. */
export const placeKindsOf = (chosen: readonly string[]): string[] =>
  chosen.filter((code) => code !== NONE_OF_THEM && code !== NEAR_FLAMMABLES);

/** What of the choice makes it no small job; the server asks the same function. */
export const beyondOf = (chosen: readonly string[]): BeyondSmall | null =>
  beyondSmall(
    {
      regime: 'small',
      placeKinds: placeKindsOf(chosen),
      answers: chosen.includes(NEAR_FLAMMABLES) ? [{ code: 'flammables-held', yes: true }] : [],
    },
    [],
  );
