import { GAS } from './ways/gas';
import { PLACE } from './ways/place';
import { POWER } from './ways/power';
import { REGIME } from './ways/regime';
import { SIGNING } from './ways/signing';
import { TIMES } from './ways/times';
import { WATCH } from './ways/watch';
import type { Way } from './ways/way';

/** Ways that mean something where there is no enterprise with people and machines of its own. */
const ALONE =
  /^(D1 regime|D2 two people|S4|D2 small place|D7 place|D29|D31|period|measures|at work: its time|standing: (fin|never|no))/;

/** All ways off the honest path. */
export const DEVIATIONS: readonly Way[] = [...REGIME, ...GAS, ...PLACE, ...SIGNING, ...TIMES, ...WATCH, ...POWER].map(
  (way) => ({
    ...way,
    applies: (c) => way.applies(c) && (!c.selfEmployed || ALONE.test(`${way.kind}: ${way.name}`)),
  }),
);

export type { Way as Deviation };
