import type { Control } from '../registry/machine';

export const FITTING_STATES = ['open', 'done', 'abandoned'] as const;
export type FittingState = (typeof FITTING_STATES)[number];

/** What the two tests of a fitting have shown so far. */
export interface Tests {
  /** The chip closed its relay when it was asked to, and opened it again. */
  readonly relay: boolean;
  /** The chip sensed the arc that was struck meanwhile. */
  readonly arc: boolean;
}

export type Lacking = 'photo' | 'relay-test' | 'arc-test';

/**
 * What a fitting lacks before it is done. A chip that only senses has no relay to test. Where a test could not be made
 * (no network in the yard, nobody to strike an arc), the technician says why, and the county sees it.
 */
export function lacking(
  control: Control,
  tests: Tests,
  told: { readonly photo: boolean; readonly withoutTest: string | null },
): Lacking[] {
  const untested: Lacking[] = [
    ...(control === 'cut' && !tests.relay ? (['relay-test'] as const) : []),
    ...(tests.arc ? [] : (['arc-test'] as const)),
  ];
  return [...(told.photo ? [] : (['photo'] as const)), ...(told.withoutTest === null ? untested : [])];
}
