import { firstWithin, type DayHours } from '../../kernel/day-hours';
import { distanceM, type Position } from '../../kernel/geo';
import type { StoredText } from '../../kernel/language';
import type { Period } from '../../kernel/time';

/** What people declare because hot work must not go on beside it; other hot work is known from its own permit. */
export const ACTIVITY_KINDS = [
  'gas-discharge', 'liquid-discharge', 'solvent', 'painting', 'dust-cleaning', 'public-entertainment',
] as const; // prettier-ignore
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
export type NeighbourKind = ActivityKind | 'hot-work';

/** One entry of rule `permit.simops` (交叉作业): what hot work must keep away from, and how far. */
export interface SimopsRule extends StoredText {
  readonly code: string;
  readonly with: NeighbourKind;
  readonly distanceM: number;
  readonly severity: 'warn' | 'block';
}

/** The hot work somebody asks for. Its point is where it burns; the permit's radius only says how exactly a phone must be there. */
export interface PlannedWork extends Position, Period {
  readonly placeKinds: readonly string[];
}

/** Something else that is known to go on near. */
export interface Neighbour extends Position, Period {
  readonly id: string;
  readonly kind: NeighbourKind;
  /** How far from its point it reaches; 0 for hot work. */
  readonly reachM: number;
  /** Goes on only in these hours of each day (an opening time). */
  readonly hours: DayHours | null;
}

export interface Conflict extends Period {
  readonly rule: SimopsRule;
  /** Null: the place of the work itself, open to the public at that time. */
  readonly neighbourId: string | null;
  readonly distanceM: number;
}

/** Opening hours of the place of work itself, by its kind. */
type OpeningHours = Readonly<Record<string, DayHours | readonly DayHours[]>>;

/** A position is not known better than this; so a limit of 30 m is one of 30.00 m. */
const toCentimetres = (metres: number): number => Math.round(metres * 100) / 100;

/** From the fire to where the other thing begins. */
const gapM = (work: Position, { reachM, ...there }: Neighbour): number =>
  toCentimetres(Math.max(0, distanceM(work, there) - reachM));

/**
 * Works and activities that are too near at the same time. Those that forbid the work come first, then the nearest. A
 * distance equal to the limit still lies within it („30 m 内"); a time that only touches does not overlap.
 */
export function conflictsOf(
  work: PlannedWork,
  neighbours: readonly Neighbour[],
  rules: readonly SimopsRule[],
  openingHours: OpeningHours,
): Conflict[] {
  const found = rules.flatMap((rule) => [
    ...withOthers(work, neighbours, rule),
    ...withOwnPlace(work, rule, openingHours),
  ]);
  return found.sort(
    (a, b) => severityRank(a) - severityRank(b) || a.distanceM - b.distanceM || a.from - b.from || a.to - b.to,
  );
}

const severityRank = ({ rule }: Conflict): number => (rule.severity === 'block' ? 0 : 1);

function withOthers(work: PlannedWork, neighbours: readonly Neighbour[], rule: SimopsRule): Conflict[] {
  return neighbours
    .filter(({ kind }) => kind === rule.with)
    .flatMap((neighbour) => {
      const gap = gapM(work, neighbour);
      const together = gap <= rule.distanceM ? firstTogether(work, neighbour) : null;
      return together ? [{ rule, neighbourId: neighbour.id, distanceM: gap, ...together }] : [];
    });
}

/** Work inside a place of that kind, while the place is open. */
function withOwnPlace(work: PlannedWork, rule: SimopsRule, openingHours: OpeningHours): Conflict[] {
  const hours = work.placeKinds.includes(rule.with) ? (openingHours[rule.with] ?? []) : [];
  const open = [hours]
    .flat()
    .flatMap((one) => firstWithin(work, one) ?? [])
    .sort((a, b) => a.from - b.from);
  return open.slice(0, 1).map((time) => ({ rule, neighbourId: null, distanceM: 0, ...time }));
}

function firstTogether(work: Period, { from, to, hours }: Neighbour): Period | null {
  const both = { from: Math.max(work.from, from), to: Math.min(work.to, to) };
  if (both.from >= both.to) return null;
  return hours ? firstWithin(both, hours) : both;
}
