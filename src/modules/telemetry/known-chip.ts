import type { Bounds, Neighbours } from '../../domain/arcs/boot-bounds';
import type { BootClock } from '../../domain/arcs/boot-clock';
import type { Instant } from '../../kernel/time';
import type { Relay } from './chip-message';
import type { SequenceRanges } from './sequence-ranges';
import type { MachineRow } from '../../schema/registry/machine.row';
import type { ChipStateRow } from '../../schema/telemetry/chip-state.row';

/**
 * Last known state of a chip, read and written under its row lock. Messages may come late or in any order, so each value
 * keeps the `up` of the current boot at which it was true, and only a later one replaces it; −1: not told in this boot.
 */
export interface ChipState extends Pick<
  ChipStateRow,
  | 'chipNo'
  | 'boot'
  | 'seq'
  | 'lastSeenAt'
  | 'bornAt'
  | 'bootEpoch'
  | 'fw'
  | 'hw'
  | 'input'
  | 'hotp'
  | 'rssi'
  | 'relayAt'
  | 'tamper'
  | 'arcOn'
  | 'currentA'
  | 'lat'
  | 'lng'
  | 'accuracyM'
  | 'positionAt'
> {
  relay: Relay | null;
  relayUp: number;
  /** Since when it has been open as far as is known: it is so at each start; null: it is closed, or nobody knows. */
  openFromUp: number | null;
  tamperUp: number;
  currentUp: number;
  positionUp: number;
  /** A technician lets its boot counter jump, once: with the next birth, up or down. */
  anyBoot: ChipStateRow['anyBoot'];
}

/** One boot of a chip: what is stored of it and when it began. */
export interface KnownBoot {
  readonly chipNo: string;
  readonly boot: number;
  stored: SequenceRanges;
  clock: BootClock | null;
  lastUp: number;
  claimed: Bounds | null;
  maxUp: number;
  /** The `up` of the last birth, as the chip said it. */
  birthUp: number | null;
  /** What is added to `up` since the chip started again under this number, and from which `seq` on. */
  offset: number;
  offsetFrom: number;
  readonly notBefore: Instant | null;
  /** The chip's own clock was wrong when the boot was first in contact. */
  clockWrong: boolean;
  /** What the chip's other stored boots say. */
  readonly around: Neighbours;
  /** Between what moments it began, where the chip was never in contact during it. */
  possible: Bounds | null;
  /** The same, where the chip's own clock is of no use either. */
  bounds: Bounds | null;
  /** Its clock contradicts what is known, and nothing else has told its time yet. */
  distrusted: boolean;
}

/** A stretch of time during which a chip sat on a machine. */
export interface Binding extends Pick<MachineRow, 'regionCode' | 'enterpriseId' | 'ratedCurrentA'> {
  readonly machineId: string;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Everything the database knew about a chip before a batch. */
export interface KnownChip {
  readonly state: ChipState;
  readonly boots: Map<number, KnownBoot>;
  readonly bindings: readonly Binding[];
}

export const boundAt = (bindings: readonly Binding[], at: Instant): Binding | null =>
  bindings.find((b) => b.from <= at && (b.to === null || at < b.to)) ?? null;
