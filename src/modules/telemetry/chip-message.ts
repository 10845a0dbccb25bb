import type { Instant } from '../../kernel/time';

/** What the device edge hands over: decoded, checked against the schemas, nothing absurd left in it. */
export type ChipMessage = Birth | Samples | Events | Reply | Unreadable;

interface Received {
  readonly chipNo: string;
  readonly receivedAt: Instant;
  /** Parts of it that did not fit and were left out. */
  readonly misfits?: readonly Misfit[];
}

/** An element or a field of a message that did not fit; the rest of the message was taken in. */
export interface Misfit {
  readonly reason: string;
  readonly element: unknown;
}

/** A message that is stored once: (`boot`, `seq`) names it, the digest of its bytes tells a forged second one. */
interface Numbered extends Received {
  readonly boot: number;
  readonly seq: number;
  readonly digest: Buffer;
}

export interface Birth extends Received {
  readonly type: 'birth';
  readonly boot: number;
  readonly t: Instant | null;
  /** Null where it did not fit: then the birth does not tell when the boot began. */
  readonly up: number | null;
  readonly fw: string | null;
  readonly hw: string | null;
  readonly relay: Relay | null;
  /** Null where nothing was said of it. */
  readonly tamper: boolean | null;
  readonly rssi: number | null;
  readonly hotp: number;
  readonly input: string | null;
  /** The platform's keys that it holds, and the number of its settings; left out by chips that know of neither. */
  readonly keys?: readonly string[] | null;
  readonly settings?: number | null;
}

export interface Samples extends Numbered {
  readonly type: 'samples';
  readonly samples: readonly Sample[];
  readonly position: ChipPosition | null;
}

export interface Events extends Numbered {
  readonly type: 'events';
  readonly events: readonly ChipEvent[];
}

export interface Reply extends Received {
  readonly type: 'reply';
  readonly boot: number;
  readonly commandId: string;
  readonly ok: boolean;
  readonly error: string | null;
  readonly t: Instant | null;
  readonly relay: Relay | null;
  /** After `keys` and `configure`: what it holds now. */
  readonly keys?: readonly string[] | null;
  readonly settings?: number | null;
  /** After `secret`: its half. */
  readonly x?: string | null;
}

/** Kept for the technician who repairs the chip; acknowledged if its boot and number could be read. */
export interface Unreadable extends Received {
  readonly type: 'unreadable';
  readonly topic: string;
  readonly reason: string;
  readonly digest: Buffer;
  /** The first 4 KiB. */
  readonly head: Buffer;
  readonly name: { readonly boot: number; readonly seq: number } | null;
}

export type Relay = 'open' | 'closed';

export interface ChipPosition {
  readonly lat: number;
  readonly lng: number;
  readonly accuracyM: number | null;
}

export interface Sample {
  readonly t: Instant | null;
  readonly up: number;
  readonly ms: number;
  readonly i: number;
  readonly iMax: number;
  readonly u: number;
  readonly arcMs: number;
  readonly relay: Relay | null;
  readonly job: string | null;
  readonly outlet: number;
}

export interface ChipEvent {
  /** One of `EVENT_KINDS`, or one that is not known yet: that is kept without effect. */
  readonly kind: string;
  readonly t: Instant | null;
  readonly up: number;
  readonly job: string | null;
  readonly outlet: number;
  /** With `offline-unlock`: the next one-time-code counter, and the hours the code gave. */
  readonly hotp: number | null;
  readonly hours: number | null;
  /** With `fault`: what the maker calls it. */
  readonly code: string | null;
}
