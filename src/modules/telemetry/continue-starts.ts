import { beganAnew, isNewStart, type SaidOfBoot } from '../../domain/arcs/new-start';
import type { Birth, ChipMessage, Events, Samples } from './chip-message';
import type { KnownBoot, KnownChip } from './known-chip';
import type { OutletEvidence } from './outlet-evidence';

/** A chip that started again under the boot number it had, and what it had said until then. */
export interface NewStart {
  readonly boot: KnownBoot;
  readonly lastUp: number;
}

/** The last numbered message of a boot: those after it lie later. A birth does not count, for it overtakes the buffer. */
interface Last {
  readonly seq: number;
  readonly up: number;
}

export interface Continued {
  readonly messages: readonly ChipMessage[];
  readonly starts: readonly NewStart[];
}

/**
 * A start under a number that was used already goes on where the one before ended: its `up` is counted on, so that neither
 * times nor arcs of the two starts lie upon each other.
 */
export function continueStarts(chips: ReadonlyMap<string, KnownChip>, messages: readonly ChipMessage[]): Continued {
  const starts: NewStart[] = [];
  const highest = new Map<KnownBoot, Last>();
  const continued = messages.map((message): ChipMessage => {
    if (message.type !== 'birth' && message.type !== 'samples' && message.type !== 'events') return message;
    const boot = chips.get(message.chipNo)?.boots.get(message.boot);
    if (!boot) return message;
    const last = highest.get(boot) ?? { seq: boot.stored.at(-1)?.[1] ?? 0, up: boot.lastUp };
    const counted = countOn(message, boot, last);
    if (!counted) return shifted(message, boot);
    starts.push({ boot, lastUp: boot.maxUp });
    return shifted(message, boot);
  });
  return { messages: continued, starts };

  /** Notes a new start in the boot; true where the message tells of one. */
  function countOn(message: Birth | Samples | Events, boot: KnownBoot, last: Last): boolean {
    const { receivedAt } = message;
    const ups = upsOf(message).map((up) => up + offsetFor(message, boot));
    if (message.type !== 'birth' && message.seq > last.seq)
      highest.set(boot, { seq: message.seq, up: Math.max(last.up, ...ups) });
    const [up] = ups;
    const anew =
      message.type === 'birth'
        ? up !== undefined && isNewStart({ up, t: message.t, receivedAt }, saidOf(boot, boot.maxUp))
        : message.seq > last.seq && beganAnew(ups, receivedAt, saidOf(boot, last.up));
    if (message.type === 'birth' && message.up !== null) boot.birthUp = message.up;
    if (!anew || !boot.clock) return false;
    const began = receivedAt - Math.max(...upsOf(message));
    boot.offset = Math.max(began - boot.clock.epoch, boot.maxUp + 1);
    boot.offsetFrom = message.type === 'birth' ? last.seq + 1 : message.seq;
    return true;
  }
}

/** Four fields and not the whole boot: this runs for every message. */
const saidOf = ({ clock, claimed, birthUp }: KnownBoot, maxUp: number): SaidOfBoot => ({
  clock,
  maxUp,
  claimedLatest: claimed?.latest ?? null,
  birthUp,
});

const upsOf = (message: Birth | Samples | Events): number[] =>
  message.type === 'birth'
    ? message.up === null ? [] : [message.up]
    : (message.type === 'samples' ? message.samples : message.events).map(({ up }) => up); // prettier-ignore

/** Births are sent as they happen, so they belong to the last start. */
const offsetFor = (message: Birth | Samples | Events, { offset, offsetFrom }: KnownBoot): number =>
  message.type === 'birth' || message.seq >= offsetFrom ? offset : 0;

function shifted(message: Birth | Samples | Events, boot: KnownBoot): ChipMessage {
  const by = offsetFor(message, boot);
  if (by === 0) return message;
  const later = <T extends { readonly up: number }>(one: T): T => ({ ...one, up: one.up + by });
  if (message.type === 'samples') return { ...message, samples: message.samples.map(later) };
  if (message.type === 'events') return { ...message, events: message.events.map(later) };
  return { ...message, up: message.up === null ? null : message.up + by };
}

/** With a new start nothing burns any more that burned before it. */
export const endsOf = (starts: readonly NewStart[]): OutletEvidence[] =>
  starts.flatMap(({ boot, lastUp }) =>
    boot.clock
      ? [
          {
            chipNo: boot.chipNo,
            boot: boot.boot,
            outlet: null,
            evidence: { kind: 'stop', up: lastUp, at: boot.clock.epoch + lastUp, jobId: null },
          },
        ]
      : [],
  );
