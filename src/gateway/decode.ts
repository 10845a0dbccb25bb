import { createHash } from 'node:crypto';
import type { ErrorObject } from 'ajv';
import type { Instant } from '../kernel/time';
import type {
  Birth,
  ChipEvent,
  ChipMessage,
  Events,
  Reply,
  Sample,
  Samples,
  Unreadable,
} from '../modules/telemetry/chip-message';
import {
  validators,
  type BirthMessage,
  type EventMessage,
  type EventsMessage,
  type ReplyMessage,
  type SampleMessage,
  type SamplesMessage,
} from './schemas/validators';
import type { UpTopic } from './topics';

/** What was received, before anybody has looked into it. */
export interface Raw {
  readonly chipNo: string;
  readonly topic: string;
  readonly kind: Exclude<UpTopic, 'death'>;
  readonly payload: Buffer;
  readonly receivedAt: Instant;
}

/** Longer messages are kept as unreadable. */
export const LONGEST_MESSAGE = 16 * 1_024;
const HEAD = 4 * 1_024;
const LARGEST_INT = 2_147_483_646;

/** Turns bytes into a message. What cannot be read becomes an `Unreadable` with its reason: never an error, never a loss. */
export function decode(raw: Raw): ChipMessage {
  if (raw.payload.length > LONGEST_MESSAGE) return unreadable(raw, 'too-long', null);
  const body = parse(raw.payload);
  if (body === undefined) return unreadable(raw, 'not-json', null);
  switch (raw.kind) {
    case 'birth':
      return validators.birth(body) ? toBirth(raw, body) : wrong(raw, body, validators.birth.errors);
    case 'samples':
      return validators.samples(body) ? toSamples(raw, body) : wrong(raw, body, validators.samples.errors);
    case 'events':
      return validators.events(body) ? toEvents(raw, body) : wrong(raw, body, validators.events.errors);
    case 'replies':
      return validators.replies(body) ? toReply(raw, body) : wrong(raw, body, validators.replies.errors);
  }
}

/** For a message that was well formed and could not be stored all the same. */
export const unstorable = (raw: Raw): Unreadable => unreadable(raw, 'not-storable', parse(raw.payload));

function parse(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    return undefined;
  }
}

const wrong = (raw: Raw, body: unknown, errors: ErrorObject[] | null | undefined): Unreadable => {
  const [first] = errors ?? [];
  return unreadable(raw, `schema ${first?.instancePath ?? ''} ${first?.keyword ?? ''}`.slice(0, 200), body);
};

function unreadable({ chipNo, topic, kind, payload, receivedAt }: Raw, reason: string, body: unknown): Unreadable {
  const name = kind === 'samples' || kind === 'events' ? nameOf(body) : null;
  const head = Buffer.from(payload.subarray(0, HEAD));
  return { type: 'unreadable', chipNo, receivedAt, topic, reason, digest: digestOf(payload), head, name };
}

/** Its number, if at least that can be read: then the chip is told that it is kept. */
function nameOf(body: unknown): Unreadable['name'] {
  if (typeof body !== 'object' || body === null) return null;
  const { boot, seq } = body as Record<string, unknown>;
  return isCounter(boot) && isCounter(seq) ? { boot, seq } : null;
}

const isCounter = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= LARGEST_INT;

const digestOf = (payload: Buffer): Buffer => createHash('sha256').update(payload).digest();

/** Nothing is measured finer, and the database's small floats cannot hold more. */
const measured = (value: number): number => Math.round(value * 1_000) / 1_000;

const toBirth = ({ chipNo, receivedAt }: Raw, body: BirthMessage): Birth => ({
  type: 'birth',
  chipNo,
  receivedAt,
  boot: body.boot,
  t: body.t ?? null,
  up: body.up,
  fw: body.fw ?? null,
  hw: body.hw ?? null,
  relay: body.relay,
  tamper: body.tamper ?? false,
  rssi: body.rssi ?? null,
  hotp: body.hotp ?? 0,
  input: body.input ?? null,
});

function toSamples(raw: Raw, body: SamplesMessage): Samples | Unreadable {
  if (body.samples.some(({ ms, arcMs }) => arcMs > ms)) return unreadable(raw, 'arc longer than interval', body);
  const { lat, lng, accuracyM } = body;
  return {
    type: 'samples',
    chipNo: raw.chipNo,
    receivedAt: raw.receivedAt,
    boot: body.boot,
    seq: body.seq,
    digest: digestOf(raw.payload),
    samples: body.samples.map(toSample),
    position: lat === undefined || lng === undefined ? null : { lat, lng, accuracyM: accuracyM ?? null },
  };
}

const toSample = (one: SampleMessage): Sample => ({
  t: one.t ?? null,
  up: one.up,
  ms: one.ms,
  i: measured(one.i),
  iMax: measured(one.iMax),
  u: measured(one.u),
  arcMs: one.arcMs,
  relay: one.relay ?? null,
  job: one.job ?? null,
  outlet: one.outlet ?? 1,
});

const toEvents = (raw: Raw, body: EventsMessage): Events => ({
  type: 'events',
  chipNo: raw.chipNo,
  receivedAt: raw.receivedAt,
  boot: body.boot,
  seq: body.seq,
  digest: digestOf(raw.payload),
  events: body.events.map(toEvent),
});

const toEvent = (one: EventMessage): ChipEvent => ({
  kind: one.kind,
  t: one.t ?? null,
  up: one.up,
  job: one.job ?? null,
  outlet: one.outlet ?? 1,
  hotp: one.hotp ?? null,
  hours: one.hours ?? null,
  code: one.code ?? null,
});

const toReply = ({ chipNo, receivedAt }: Raw, body: ReplyMessage): Reply => ({
  type: 'reply',
  chipNo,
  receivedAt,
  boot: body.boot,
  commandId: body.command,
  ok: body.ok,
  error: body.error ?? null,
  t: body.t ?? null,
  relay: body.relay ?? null,
});
