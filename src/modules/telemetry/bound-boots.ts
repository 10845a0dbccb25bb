import {
  beginningBounds,
  boundsMoved,
  possibleBeginning,
  type Bounds,
  type Neighbours,
} from '../../domain/arcs/boot-bounds';
import type { KnownBoot, KnownChip } from './known-chip';

/** Of each boot of a batch between what moments it began, by all that is known now; null where that is known. */
export type BoundsBefore = ReadonlyMap<KnownBoot, Bounds | null>;

/** What was known before a batch has its say. */
export function boundsBefore(chips: ReadonlyMap<string, KnownChip>): BoundsBefore {
  const before = new Map<KnownBoot, Bounds | null>();
  for (const chip of chips.values())
    for (const boot of chip.boots.values()) before.set(boot, beginningBounds(boot, boot.around));
  return before;
}

/** Gives each boot its bounds, the boots of the batch itself considered. */
export function boundBoots(chips: ReadonlyMap<string, KnownChip>): void {
  for (const chip of chips.values())
    for (const boot of chip.boots.values()) {
      const neighbours = neighboursOf(chip, boot);
      boot.possible = possibleBeginning(boot, neighbours);
      boot.bounds = beginningBounds(boot, neighbours);
    }
}

/** Boots whose arcs were laid by bounds that do not hold any more. */
export const movedBoots = (before: BoundsBefore): KnownBoot[] =>
  [...before].filter(([boot, bounds]) => boot.lastUp >= 0 && boundsMoved(bounds, boot.bounds)).map(([boot]) => boot);

function neighboursOf(chip: KnownChip, boot: KnownBoot): Neighbours {
  let { knownUntil, nextBegan, clockWrong } = boot.around;
  for (const other of chip.boots.values()) {
    if (!other.clock) continue;
    if (other.boot < boot.boot && other.clock.born)
      knownUntil = Math.max(knownUntil ?? -Infinity, other.clock.epoch + Math.max(0, other.maxUp));
    if (other.boot > boot.boot) {
      nextBegan = Math.min(nextBegan ?? Infinity, other.clock.epoch);
      clockWrong ||= other.clock.born && other.clockWrong;
    }
  }
  return { knownUntil, nextBegan, clockWrong };
}
