import Ajv from 'ajv';
import type { ChipPosition, Relay } from '../../modules/telemetry/chip-message';
import { eventsEnvelope, readBirth, readEvent, readReply, readSample, samplesEnvelope } from './reading-schemas';

/** Messages as they come over the wire; what a chip may leave out is optional. */
export interface BirthMessage {
  readonly boot: number;
  readonly t?: number | null;
  readonly up?: number;
  readonly fw?: string | null;
  readonly hw?: string | null;
  readonly relay?: Relay;
  readonly tamper?: boolean;
  readonly rssi?: number | null;
  readonly hotp?: number;
  readonly input?: string | null;
  readonly keys?: readonly string[];
  readonly settings?: number;
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
  readonly outlet?: number | null;
}

export interface SamplesMessage extends Partial<ChipPosition> {
  readonly boot: number;
  readonly seq: number;
  /** Each still to be judged. */
  readonly samples: readonly unknown[];
}

export interface EventMessage {
  readonly kind: string;
  readonly t?: number | null;
  readonly up: number;
  readonly job?: string | null;
  readonly outlet?: number | null;
  readonly hotp?: number;
  readonly hours?: number;
  readonly code?: string | null;
}

export interface EventsMessage {
  readonly boot: number;
  readonly seq: number;
  /** Each still to be judged. */
  readonly events: readonly unknown[];
}

export interface ReplyMessage {
  readonly boot: number;
  readonly command: string;
  readonly ok: boolean;
  readonly error?: string | null;
  readonly t?: number | null;
  readonly relay?: Relay | null;
  readonly keys?: readonly string[];
  readonly settings?: number;
  readonly x?: string;
}

const ajv = new Ajv({ allowUnionTypes: true, strictRequired: false });

/** Compiled once, when the process starts. */
export const validators = {
  birth: ajv.compile<BirthMessage>(readBirth),
  samples: ajv.compile<SamplesMessage>(samplesEnvelope),
  sample: ajv.compile<SampleMessage>(readSample),
  events: ajv.compile<EventsMessage>(eventsEnvelope),
  event: ajv.compile<EventMessage>(readEvent),
  replies: ajv.compile<ReplyMessage>(readReply),
} as const;
