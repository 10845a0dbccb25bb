import { isWholeDay, minutesOf, type DayHours } from '../../kernel/day-hours';
import { atLeastAsStrict, regimeAtSite } from '../permits/regimes-of-trade';
import type { SiteFacts } from './site';
import { coversArea } from './site-area';

const LOOSER = ['trade', 'kinds', 'area', 'opening-hours'] as const;
export type Looser = (typeof LOOSER)[number];

/** In what a change makes a site looser: an enterprise needs an official for it. Empty: in nothing. */
export function looser(before: SiteFacts, after: SiteFacts): Looser[] {
  const found: Record<Looser, boolean> = {
    trade: !atLeastAsStrict(regimeAtSite(after.trade), regimeAtSite(before.trade)),
    kinds: before.kinds.some((kind) => !after.kinds.includes(kind)),
    area: !coversArea(after.area, before.area),
    'opening-hours': !coversHours(after.openingHours, before.openingHours),
  };
  return LOOSER.filter((one) => found[one]);
}

/** Hours that are not told are the rule's: only a place that never closes is surely open as long. */
function coversHours(outer: DayHours | null, inner: DayHours | null): boolean {
  if (outer !== null && isWholeDay(outer)) return true;
  if (outer === null || inner === null) return outer === inner;
  const [long, short] = [minutesOf(outer), minutesOf(inner)];
  const wait = (short.from - long.from + WHOLE_DAY) % WHOLE_DAY;
  return wait + short.length <= long.length;
}

const WHOLE_DAY = 24 * 60;
