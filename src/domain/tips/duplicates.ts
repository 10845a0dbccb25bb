import { distanceM, type Position } from '../../kernel/geo';
import type { Instant } from '../../kernel/time';

/** A tip as far as it may be about the same as another. */
export interface PlacedTip {
  readonly id: string;
  readonly kind: string;
  readonly position: Position | null;
  readonly machineId: string | null;
  readonly receivedAt: Instant;
}

/** How near two tips lie to be shown as one: rule `tip.duplicates`. */
export interface NearEnough {
  readonly metres: number;
  readonly hours: number;
}

export interface PossibleDuplicate {
  readonly id: string;
  readonly sameMachine: boolean;
  readonly sameKind: boolean;
  /** Null if one of them has no position. */
  readonly metres: number | null;
  readonly minutesApart: number;
}

/**
 * Which others may be about the same: the same machine, or near in place, and both near in time. Shown to a person, who
 * merges or does not: two people who see one fire are two honest reports.
 */
export function possibleDuplicates(
  tip: PlacedTip,
  others: readonly PlacedTip[],
  { metres: within, hours }: NearEnough,
): PossibleDuplicate[] {
  return others
    .filter(({ id }) => id !== tip.id)
    .map((other) => compared(tip, other))
    .filter(({ minutesApart, sameMachine, metres }) => {
      const near = sameMachine || (metres !== null && metres <= within);
      return near && minutesApart <= hours * 60;
    })
    .sort((one, other) => one.minutesApart - other.minutesApart || (one.id < other.id ? -1 : 1));
}

const compared = (tip: PlacedTip, other: PlacedTip): PossibleDuplicate => ({
  id: other.id,
  sameMachine: tip.machineId !== null && tip.machineId === other.machineId,
  sameKind: tip.kind === other.kind,
  metres: tip.position && other.position ? Math.round(distanceM(tip.position, other.position)) : null,
  minutesApart: Math.abs(tip.receivedAt - other.receivedAt) / 60_000,
});
