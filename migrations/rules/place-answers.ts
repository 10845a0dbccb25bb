import { byPlatform, type SeedRule } from './seed-rule';

/** Questions of a regime whose yes lies in the kind of place, by kind. Rows of the migration that lets places answer. */
export const placeAnswers: readonly SeedRule[] = [
  byPlatform(
    'permit.place-answers',
    {
      'sandwich-panel': ['combustibles-stay'],
      crowded: ['public-present'],
      'public-assembly': ['public-present'],
      height: ['height-or-confined'],
      'confined-space': ['height-or-confined'],
    },
    { regime: 'general' },
  ),
  byPlatform(
    'permit.place-answers',
    {
      'confined-space': ['closed-space'],
      height: ['small-tank-or-height'],
      'sandwich-panel': ['some-danger'],
    },
    { regime: 'construction' },
  ),
  byPlatform('permit.place-answers', {}, { regime: 'chemical' }),
  byPlatform('permit.place-answers', {}, { regime: 'small' }),
];
