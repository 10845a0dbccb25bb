import type { ClockMark, Stamp } from '../../domain/arcs/boot-clock';
import type { Instant } from '../../kernel/time';
import type { ChipEvent, Sample } from './chip-message';
import { boundAt } from './known-chip';
import { corrected, type Fresh } from './take-in';

/** Where and when something a chip said belongs. */
interface Placed {
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly boot: number;
  readonly seq: number;
  readonly idx: number;
  readonly at: Instant;
  readonly clock: ClockMark;
  readonly disputed: boolean;
}
export type PlacedSample = Placed & { readonly sample: Sample };
export type PlacedEvent = Placed & { readonly event: ChipEvent };

export interface Placement {
  readonly samples: PlacedSample[];
  readonly events: PlacedEvent[];
}

/** Gives every sample and event its corrected time, and the machine its chip sat on then. */
export function placeMessages(fresh: readonly Fresh[]): Placement {
  const placement: Placement = { samples: [], events: [] };
  for (const one of fresh) {
    const { message } = one;
    if (message.type === 'samples')
      message.samples.forEach((sample, idx) => placement.samples.push(place(one, sample, idx, { sample })));
    if (message.type === 'events')
      message.events.forEach((event, idx) => placement.events.push(place(one, event, idx, { event })));
  }
  return placement;
}

/** Completes what is placed instead of copying it: this runs for every sample. */
function place<T extends object>(
  { message, chip, boot, disputed }: Fresh,
  stamp: Stamp,
  idx: number,
  what: T,
): T & Placed {
  const { at, clock } = corrected(boot, stamp, message.receivedAt);
  const { chipNo, boot: bootNo, seq } = message;
  const machineId = boundAt(chip.bindings, at)?.machineId ?? null;
  return Object.assign(what, { chipNo, machineId, boot: bootNo, seq, idx, at, clock, disputed });
}
