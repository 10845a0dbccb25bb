import type { ChipFault } from '../violations/chip-faults';

/**
 * The event kind of each chip event, which is a device event (chip protocol, `events`); 芯片事件、芯片上报、事件类型.
 * To add one: docs/change.md, 5.
 */
export const EVENT_KINDS = [
  'power-on', 'power-off', 'arc-start', 'arc-stop', 'relay-closed', 'relay-opened', 'unlock-used', 'offline-unlock',
  'tamper-open', 'tamper-closed', 'mains-without-relay', 'moved', 'fault',
] as const; // prettier-ignore
export type EventKind = (typeof EVENT_KINDS)[number];

interface Meaning {
  /** Begins or ends the arc of its outlet, or ends every arc of the machine. */
  readonly arc?: 'begins' | 'ends' | 'ends-all';
  /** How the relay is from then on. */
  readonly relay?: 'open' | 'closed';
  /** Whether the case is open from then on. */
  readonly tamper?: boolean;
  readonly fault?: ChipFault;
  /** A code closed the relay: one of the platform that is heard, or one that was typed. */
  readonly unlocked?: 'online' | 'offline';
}

/** A kind that is added does not compile before its meaning stands here. The meaning may be empty. */
const MEANING = {
  'power-on': {},
  'power-off': { arc: 'ends-all', relay: 'open' },
  'arc-start': { arc: 'begins' },
  'arc-stop': { arc: 'ends' },
  'relay-closed': { relay: 'closed' },
  'relay-opened': { arc: 'ends-all', relay: 'open' },
  'unlock-used': { unlocked: 'online' },
  'offline-unlock': { unlocked: 'offline' },
  'tamper-open': { tamper: true, fault: 'tamper-open' },
  'tamper-closed': { tamper: false },
  'mains-without-relay': { fault: 'mains-without-relay' },
  moved: { fault: 'moved' },
  fault: {},
} as const satisfies Readonly<Record<EventKind, Meaning>>;

const isKnown = (kind: string): kind is EventKind => (EVENT_KINDS as readonly string[]).includes(kind);

/** A kind that this platform does not know yet means nothing. */
export const meaningOfEvent = (kind: string): Meaning => (isKnown(kind) ? MEANING[kind] : {});

/** The kinds that tell of an arc. */
export const ARC_EVENTS = EVENT_KINDS.filter((kind) => 'arc' in MEANING[kind]);
