import { nextBegin, withinHours, type DayHours } from '../../kernel/day-hours';
import type { Instant, Period } from '../../kernel/time';
import { measuresFor } from './measures';
import type { PermitRules } from './permit-rules';

/** What of a permit says whether the public is let in while work goes on. */
export interface PublicPlace {
  readonly placeKinds: readonly string[];
  readonly measures: readonly { readonly code: string; readonly confirmed: boolean }[];
  /** By kind, the hours that its confirmed sites told; a kind that is missing keeps the rule's. */
  readonly siteHours?: Readonly<Record<string, readonly DayHours[]>>;
}

type ClosingRules = Pick<PermitRules, 'closedHours' | 'openHoursException'>;

/**
 * The opening hours in which the place may not be worked in now, none: an empty list (四部门 2025-04-17 通告：严禁在使用或
 * 营业期间违规动火作业). Rule `place.closed-hours-only` gives the hours by kind of place.
 */
export function openHours(place: PublicPlace, rules: ClosingRules, at: Instant): DayHours[] {
  const { openHoursException } = rules;
  const confirmed = new Set(place.measures.filter((one) => one.confirmed).map(({ code }) => code));
  const guarded = openHoursException?.measures.every((code) => confirmed.has(code)) ?? false;
  const open = closingHours(place, rules)
    .filter(({ kind }) => !(guarded && openHoursException?.placeKinds.includes(kind)))
    .filter(({ hours }) => withinHours(hours, at));
  return [...new Map(open.map(({ hours }) => [`${hours.from}-${hours.to}`, hours])).values()];
}

/** The opening hours of a place, by its kinds that close for hot work: as its site told them, else as the rule says. */
export const closingHours = (
  { placeKinds, siteHours = {} }: Pick<PublicPlace, 'placeKinds' | 'siteHours'>,
  { closedHours }: Pick<PermitRules, 'closedHours'>,
): { readonly kind: string; readonly hours: DayHours }[] =>
  placeKinds.flatMap((kind) => {
    const byRule = closedHours[kind];
    return byRule ? (siteHours[kind] ?? [byRule]).map((hours) => ({ kind, hours })) : [];
  });

/**
 * The opening hours that leave nothing of a planned time, where they do: such a permit could never be worked under. A kind
 * that measures on its checklist can open is left out: nobody confirms them before work.
 */
export function openAllAlong(
  place: Pick<PublicPlace, 'placeKinds' | 'siteHours'> & { readonly openAir: boolean },
  rules: ClosingRules & Pick<PermitRules, 'measures'>,
  { from, to }: Period,
): DayHours[] {
  const listed = measuresFor(rules.measures, place).map(({ code }) => code);
  const opens = rules.openHoursException?.measures.every((code) => listed.includes(code)) ?? false;
  const hours = closingHours(place, rules).flatMap((one) =>
    opens && rules.openHoursException?.placeKinds.includes(one.kind) ? [] : [one.hours],
  );
  const used: DayHours[] = [];
  for (let at = from; at < to;) {
    const open = hours.filter((one) => withinHours(one, at)).sort((a, b) => endAfter(b, at) - endAfter(a, at))[0];
    if (!open) return [];
    used.push(open);
    at = endAfter(open, at);
  }
  return [...new Set(used)];
}

/** When hours that hold at a moment end. */
const endAfter = ({ from, to }: DayHours, at: Instant): Instant => nextBegin({ from: to, to: from }, at + 1);
