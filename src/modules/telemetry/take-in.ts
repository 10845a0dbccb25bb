import { clockWrongAtContact, placedTime, widenClaim } from '../../domain/arcs/boot-bounds';
import {
  clockTolerance,
  refineBootClock,
  type BootClock,
  type CorrectedTime,
  type Stamp,
} from '../../domain/arcs/boot-clock';
import type { ChipFault } from '../../domain/violations/chip-faults';
import type { Instant } from '../../kernel/time';
import type { ChipMessage, Events, Samples, Unreadable } from './chip-message';
import type { KnownBoot, KnownChip } from './known-chip';
import { adjoins, holds, joinRanges, rangesOf } from './sequence-ranges';

export type Numbered = Samples | Events | (Unreadable & { readonly boot: number; readonly seq: number });

/** A numbered message that is not yet stored, or contradicts what is stored under its number. */
export interface Fresh {
  readonly message: Numbered;
  readonly chip: KnownChip;
  readonly boot: KnownBoot;
  readonly disputed: boolean;
}

/** A fault of a chip, with the message that told of it. */
export interface ChipSignal {
  readonly chipNo: string;
  readonly machineId: string | null;
  readonly reason: ChipFault;
  readonly at: Instant;
  readonly boot: number;
  readonly seq: number;
  /** What was measured, where that is the fault. */
  readonly currentA?: number;
}

export const messageKey = (chipNo: string, boot: number, seq: number): string => `${chipNo} ${boot} ${seq}`;

/** A chip numbers `samples` and `events`, also those that could not be read. */
export function numbered(message: ChipMessage): Numbered | null {
  if (message.type === 'samples' || message.type === 'events') return message;
  if (message.type === 'unreadable' && message.name) return { ...message, ...message.name };
  return null;
}

export const bootOf = (message: ChipMessage): number | null =>
  message.type === 'birth' ? message.boot : (numbered(message)?.boot ?? null);

/** The stamps of a message: each bounds the beginning of the boot. */
function stampsOf(message: ChipMessage): readonly Stamp[] {
  if (message.type === 'birth') return message.up === null ? [] : [{ t: message.t, up: message.up }];
  if (message.type === 'samples') return message.samples;
  if (message.type === 'events') return message.events;
  return [];
}

/** Before any time of a batch is corrected, all of it has its say on when the boots began: so its inner order does not matter. */
export function refineClocks(chips: ReadonlyMap<string, KnownChip>, messages: readonly ChipMessage[]): void {
  for (const message of messages) {
    const bootNo = bootOf(message);
    const boot = bootNo === null ? undefined : chips.get(message.chipNo)?.boots.get(bootNo);
    if (!boot) continue;
    const isBirth = message.type === 'birth';
    if (isBirth && !boot.clock?.born) boot.clockWrong = clockWrongAtContact(message.t, message.receivedAt);
    for (const stamp of stampsOf(message)) {
      boot.clock = refineBootClock(boot.clock, stamp.up, message.receivedAt, isBirth);
      boot.claimed = widenClaim(boot.claimed, stamp);
      boot.maxUp = Math.max(boot.maxUp, stamp.up);
    }
  }
}

/** Numbers that are stored already, for which the stored digests have to be looked up. */
export const repeated = (chips: ReadonlyMap<string, KnownChip>, messages: readonly Numbered[]): Numbered[] =>
  messages.filter((m) => holds(chips.get(m.chipNo)?.boots.get(m.boot)?.stored ?? [], m.seq));

/** A row with more holes would cost more than the messages in it; a chip that fills them is taken in again. */
const MOST_RANGES = 5_000;

const tornTooFar = ({ stored }: KnownBoot, seq: number): boolean =>
  stored.length >= MOST_RANGES && !adjoins(stored, seq);

/**
 * Sets repeated messages aside. The same bytes again change nothing; other bytes under a stored number are kept beside the
 * first as disputed. Marks everything as stored in `chips`.
 */
export function takeIn(
  chips: ReadonlyMap<string, KnownChip>,
  messages: readonly Numbered[],
  storedDigests: ReadonlyMap<string, readonly string[]>,
): Fresh[] {
  const seen = new Map<string, Set<string>>();
  const fresh: Fresh[] = [];
  for (const message of messages) {
    const chip = chips.get(message.chipNo);
    const boot = chip?.boots.get(message.boot);
    if (!chip || !boot) continue;
    const key = messageKey(message.chipNo, message.boot, message.seq);
    const digest = message.digest.toString('hex');
    const digests = seen.get(key) ?? new Set(storedDigests.get(key));
    const known = digests.size > 0 || holds(boot.stored, message.seq);
    if (!known && tornTooFar(boot, message.seq)) continue; // not acknowledged either, so the chip keeps it
    // a stored number whose digest is past retention can only be trusted to be the same
    if (!known || (digests.size > 0 && !digests.has(digest))) fresh.push({ message, chip, boot, disputed: known });
    seen.set(key, digests.add(digest));
  }
  markStored(fresh);
  return fresh;
}

function markStored(fresh: readonly Fresh[]): void {
  const byBoot = new Map<KnownBoot, number[]>();
  for (const { boot, message } of fresh) {
    const seqs = byBoot.get(boot);
    if (seqs) seqs.push(message.seq);
    else byBoot.set(boot, [message.seq]);
  }
  for (const [boot, seqs] of byBoot) boot.stored = joinRanges([...boot.stored, ...rangesOf(seqs)]);
}

export const corrected = (boot: KnownBoot, stamp: Stamp, receivedAt: Instant): CorrectedTime =>
  placedTime(stamp, boot.clock ?? { epoch: receivedAt - stamp.up, born: false }, boot, receivedAt);

/**
 * A buffer may bring messages of an earlier boot, but nothing can have happened in that boot after the next one began:
 * then two chips bear one number. Only where both boots were in contact at their beginning; else a wrong clock would tell it.
 */
export function cameFromTwo(chip: KnownChip, boot: KnownBoot, stamp: Stamp, receivedAt: Instant): boolean {
  const current = chip.boots.get(chip.state.boot)?.clock ?? clockOf(chip.state.bootEpoch);
  if (boot.boot >= chip.state.boot || !current || !boot.clock?.born) return false;
  return corrected(boot, stamp, receivedAt).at > current.epoch + clockTolerance(stamp.up);
}

const clockOf = (epoch: Instant | null): BootClock | null => (epoch === null ? null : { epoch, born: true });
