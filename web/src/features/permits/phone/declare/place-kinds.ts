import { beyondSmall, type BeyondSmall } from '@domain/permits/beyond-small';

/** Chosen where no kind holds, so that an unanswered question is not taken for a no. */
export const NONE_OF_THEM = 'none';
/** A kind on this page only: to the platform it is an answer about the work. */
const NEAR_FLAMMABLES = 'near-flammables';

/** The most frequent first. Their short names stand in the words of this page. */
const FREQUENT: readonly string[] = [
  'small-venue', 'live-in-business', 'mixed-use', 'crowded', 'public-assembly', 'public-entertainment', 'never-closes', 'height',
  'sandwich-panel', 'confined-space',
]; // prettier-ignore

/** Every kind that the platform knows, in the order of this page; a kind that an administrator added comes after the frequent ones. */
export const offeredOf = (known: readonly string[]): string[] => [
  ...FREQUENT.filter((code) => known.includes(code)),
  ...known.filter((code) => !FREQUENT.includes(code)),
  NEAR_FLAMMABLES,
];

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
