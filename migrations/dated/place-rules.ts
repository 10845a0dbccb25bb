import type { DatedRule } from './dated-rules';

/** The platform asks for a proof of the place from its first day on; decisions taken before keep the rules they saw. */
const FIRST_DAY = '2000-01-01T00:00:00+08:00';

const byPlatform = (id: string, key: string, value: unknown): DatedRule => ({
  id,
  key,
  validFrom: FIRST_DAY,
  value,
  source: '平台默认',
  certainty: 'default',
});

/** How exactly somebody must show that they stand at the place of work. */
export const placeRules: readonly DatedRule[] = [
  byPlatform('dated-place-radius', 'place.radius', { min: 50, max: 300, default: 100 }),
  byPlatform('dated-place-accuracy', 'place.worst-accuracy-m', 100),
  byPlatform('dated-place-chip', 'place.chip-apart-m', 1_000),
  byPlatform('dated-place-photo', 'place.proof-photo-fresh-minutes', 10),
  byPlatform('dated-photo-check', 'place.photo-check-minutes', 10),
  byPlatform('dated-place-region', 'place.beyond-region-km', 50),
];
