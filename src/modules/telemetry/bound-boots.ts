import {
  beginningBounds,
  boundsMoved,
  clockAgrees,
  isDistrusted,
  possibleBeginning,
  type Bounds,
  type Neighbours,
} from '../../domain/arcs/boot-bounds';
import type { KnownBoot, KnownChip } from './known-chip';

/** What was known of the boots of a batch before it had its say. */
export type KnownBefore = ReadonlyMap<KnownBoot, Before>;

interface Before {
  readonly bounds: Bounds | null;
  readonly born: boolean;
  /** Something was said of it, which was laid by what was known then. */
  readonly heard: boolean;
}

export function knownBefore(chips: ReadonlyMap<string, KnownChip>): KnownBefore {
  const before = new Map<KnownBoot, Before>();
  for (const { boots } of chips.values())
    for (const boot of boots.values()) {
      const { clock, maxUp, around } = boot;
      before.set(boot, { bounds: beginningBounds(boot, around), born: clock?.born === true, heard: maxUp >= 0 });
    }
  return before;
}

/** Gives each boot its bounds, the boots of the batch itself considered. */
export function boundBoots(chips: ReadonlyMap<string, KnownChip>): void {
  for (const chip of chips.values())
    for (const boot of chip.boots.values()) {
      const neighbours = neighboursOf(chip, boot);
      boot.possible = possibleBeginning(boot, neighbours);
      boot.bounds = beginningBounds(boot, neighbours);
      boot.distrusted = isDistrusted(boot, neighbours);
    }
}

/** Boots whose arcs were laid by what does not hold any more: their bounds moved, or their birth came after. */
export const movedBoots = (before: KnownBefore): KnownBoot[] =>
  [...before]
    .filter(([boot, was]) => was.heard && (boundsMoved(was.bounds, boot.bounds) || bornLate(boot, was)))
    .map(([boot]) => boot);

const bornLate = (boot: KnownBoot, { born }: Before): boolean =>
  !born && boot.clock?.born === true && !clockAgrees(boot);

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
