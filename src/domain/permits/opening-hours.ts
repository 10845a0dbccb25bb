import { withinHours, type DayHours } from '../../kernel/day-hours';
import type { Instant } from '../../kernel/time';
import type { PermitRules } from './permit-rules';

/** What of a permit says whether the public is let in while work goes on. */
export interface PublicPlace {
  readonly placeKinds: readonly string[];
  readonly measures: readonly { readonly code: string; readonly confirmed: boolean }[];
}

/**
 * The opening hours in which the place may not be worked in now, none: an empty list (四部门 2025-04-17 通告：严禁在使用或
 * 营业期间违规动火作业). Rule `place.closed-hours-only` gives the hours by kind of place.
 */
export function openHours(
  { placeKinds, measures }: PublicPlace,
  { closedHours, openHoursException }: Pick<PermitRules, 'closedHours' | 'openHoursException'>,
  at: Instant,
): DayHours[] {
  const confirmed = new Set(measures.filter((one) => one.confirmed).map(({ code }) => code));
  const guarded = openHoursException?.measures.every((code) => confirmed.has(code)) ?? false;
  const open = placeKinds
    .filter((kind) => !(guarded && openHoursException?.placeKinds.includes(kind)))
    .flatMap((kind) => closedHours[kind] ?? [])
    .filter((hours) => withinHours(hours, at));
  return [...new Map(open.map((hours) => [`${hours.from}-${hours.to}`, hours])).values()];
}
