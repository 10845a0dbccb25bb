import Ajv, { type ValidateFunction } from 'ajv';
import type { ChipPosition, EventKind, Relay } from '../../modules/telemetry/chip-message';
import { birth, events, reply, samples } from './up-messages';

/** Messages as they come over the wire; what a chip may leave out is optional. */
export interface BirthMessage {
  readonly boot: number;
  readonly t?: number | null;
  readonly up: number;
  readonly fw?: string | null;
  readonly hw?: string | null;
  readonly relay: Relay;
  readonly tamper?: boolean;
  readonly rssi?: number | null;
  readonly hotp?: number;
  readonly input?: string | null;
}

export interface SampleMessage {
  readonly t?: number | null;
  readonly up: number;
  readonly ms: number;
  readonly i: number;
  readonly iMax: number;
  readonly u: number;
  readonly arcMs: number;
  readonly relay?: Relay | null;
  readonly job?: string | null;
  readonly outlet?: number;
}

export interface SamplesMessage extends Partial<ChipPosition> {
  readonly boot: number;
  readonly seq: number;
  readonly samples: readonly SampleMessage[];
}

export interface EventMessage {
  readonly kind: EventKind;
  readonly t?: number | null;
  readonly up: number;
  readonly job?: string | null;
  readonly outlet?: number;
  readonly hotp?: number;
  readonly hours?: number;
  readonly code?: string | null;
}

export interface EventsMessage {
  readonly boot: number;
  readonly seq: number;
  readonly events: readonly EventMessage[];
}

export interface ReplyMessage {
  readonly boot: number;
  readonly command: string;
  readonly ok: boolean;
  readonly error?: string | null;
  readonly t?: number | null;
  readonly relay?: Relay | null;
}

const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false });

/** Compiled once, when the process starts. */
export const validators: {
  readonly birth: ValidateFunction<BirthMessage>;
  readonly samples: ValidateFunction<SamplesMessage>;
  readonly events: ValidateFunction<EventsMessage>;
  readonly replies: ValidateFunction<ReplyMessage>;
} = {
  birth: ajv.compile<BirthMessage>(birth),
  samples: ajv.compile<SamplesMessage>(samples),
  events: ajv.compile<EventsMessage>(events),
  replies: ajv.compile<ReplyMessage>(reply),
};
