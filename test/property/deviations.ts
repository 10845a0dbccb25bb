import { GAS } from './ways/gas';
import { PLACE } from './ways/place';
import { POWER } from './ways/power';
import { REGIME } from './ways/regime';
import { SIGNING } from './ways/signing';
import { TIMES } from './ways/times';
import { WATCH } from './ways/watch';
import type { Way } from './ways/way';

/** All ways off the honest path. */
export const DEVIATIONS: readonly Way[] = [...REGIME, ...GAS, ...PLACE, ...SIGNING, ...TIMES, ...WATCH, ...POWER];

export type { Way as Deviation };
