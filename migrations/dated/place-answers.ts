import { byPlatform } from '../rules/seed-rule';
import type { DatedRule } from './dated-rules';

/** No earlier version exists, so that permits of any day find the rule. */
const BEGINNING = '2000-01-01T00:00:00+08:00';

const placeAnswersOf = (regime: string, questionsByKind: Readonly<Record<string, readonly string[]>>): DatedRule => ({
  ...byPlatform('permit.place-answers', questionsByKind, { regime }),
  id: `place-answers-${regime}`,
  validFrom: BEGINNING,
});

/** Questions of a regime whose yes lies in the kind of place, by kind. */
export const placeAnswers: readonly DatedRule[] = [
  placeAnswersOf('general', {
    'sandwich-panel': ['combustibles-stay'],
    crowded: ['public-present'],
    'public-assembly': ['public-present'],
    height: ['height-or-confined'],
    'confined-space': ['height-or-confined'],
  }),
  placeAnswersOf('construction', {
    'confined-space': ['closed-space'],
    height: ['small-tank-or-height'],
    'sandwich-panel': ['some-danger'],
  }),
  placeAnswersOf('chemical', {}),
  placeAnswersOf('small', {}),
];
