import type { Instant } from '../../kernel/time';
import type { Bounds } from './boot-bounds';

/** One stretch of burning arc as a chip sensed it (燃弧段), times corrected to the platform's clock. */
export interface Arc {
  readonly id: string;
  readonly chipNo: string;
  /** Null while the chip is bound to no machine. */
  readonly machineId: string | null;
  readonly boot: number;
  readonly outlet: number;
  /** Milliseconds of its boot at which it began. */
  readonly startUp: number;
  /** Where its time is not known: the latest moment at which it can have begun. */
  readonly startedAt: Instant;
  /** The earliest moment at which it can have begun; null: its time is known. */
  readonly earliestAt: Instant | null;
  /** Null while it burns. */
  readonly endedAt: Instant | null;
  readonly lastSeenAt: Instant;
  readonly arcMs: number;
  readonly peakA: number;
  /** The job number the chip said it worked under. A claim, not a proof. */
  readonly claimedJobId: string | null;
  /** Length of the sampling interval the ends were seen with. */
  readonly sampleMs: number;
}

/** The end of an arc as far as anybody knows: one that burns still has burned at least until it was last seen. */
export const endOfArc = ({
  startedAt,
  endedAt,
  lastSeenAt,
}: Pick<Arc, 'startedAt' | 'endedAt' | 'lastSeenAt'>): Instant => Math.max(startedAt, endedAt ?? lastSeenAt);

/** What one batch of messages told about one chip; other rooms act on it. */
export interface ChipObservation {
  readonly chipNo: string;
  readonly machineId: string | null;
  /** The boot the chip is in now. */
  readonly boot: number;
  readonly at: Instant;
  /** A boot higher than the last one known: whatever ran before has lost its power. */
  readonly restarted: boolean;
  /** When it started again under the boot number it had; null: it did not. */
  readonly startedAnewAt: Instant | null;
  readonly relay: 'open' | 'closed' | null;
  /** What the chip called its reason for the relay's last move. */
  readonly relayCode: string | null;
  readonly tamperOpened: boolean;
  readonly arcOn: boolean;
  readonly lastArcAt: Instant | null;
  /** Arc milliseconds newly reported, by claimed job. */
  readonly arcMsByJob: ReadonlyMap<string, number>;
  /** Jobs the chip began by itself with a one-time code. */
  readonly offlineUnlocks: readonly OfflineUnlock[];
}

export interface OfflineUnlock {
  readonly jobId: string;
  /** The boot it ran in; a later one has ended it. */
  readonly boot: number;
  readonly up: number;
  /** By the platform's clock or the chip's own; the latest moment possible where neither can tell. */
  readonly at: Instant;
  readonly clocked: boolean;
  /** Between what moments the code was typed, where the chip was never in contact during that boot; null: `at` is certain. */
  readonly possible: Bounds | null;
  readonly counter: number;
  readonly hours: number;
}

/** The earliest and latest moment at which a boot without a known time began, as a one-time code shows. */
export interface DatedBoot {
  readonly chipNo: string;
  readonly boot: number;
  readonly earliest: Instant;
  readonly latest: Instant;
}
