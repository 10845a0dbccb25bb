import { createHash } from 'node:crypto';
import { isRealPosition } from '../kernel/geo';
import type { Instant } from '../kernel/time';
import type {
  Birth,
  ChipEvent,
  ChipMessage,
  ChipPosition,
  Events,
  Misfit,
  Reply,
  Sample,
  Samples,
  Unreadable,
} from '../modules/telemetry/chip-message';
import { fitFields, type Fitted } from './fit-fields';
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
const LONGEST_MESSAGE = 16 * 1_024;
const HEAD = 4 * 1_024;
const LARGEST_INT = 2_147_483_646;

/**
 * Turns bytes into a message, element by element and field by field: what does not fit hides nothing else. What cannot be
 * read at all becomes an `Unreadable` with its reason: never an error, never a loss.
 */
export function decode(raw: Raw): ChipMessage {
  if (raw.payload.length > LONGEST_MESSAGE) return unreadable(raw, 'too-long', null);
  const body = parse(raw.payload);
  if (body === undefined) return unreadable(raw, 'not-json', null);
  switch (raw.kind) {
    case 'birth':
      return readable(raw, body, fitFields(body, validators.birth, OPTIONAL.birth), toBirth);
    case 'samples':
      return readable(raw, body, fitFields(body, validators.samples, OPTIONAL.samples), toSamples);
    case 'events':
      return readable(raw, body, fitFields(body, validators.events, OPTIONAL.none), toEvents);
    case 'replies':
      return readable(raw, body, fitFields(body, validators.replies, OPTIONAL.reply), toReply);
  }
}

/** Fields that a message or an element can do without. */
const OPTIONAL = {
  birth: new Set([
    'seq',
    't',
    'up',
    'fw',
    'hw',
    'relay',
    'tamper',
    'buffered',
    'rssi',
    'hotp',
    'input',
    'keys',
    'settings',
  ]),
  samples: new Set(['lat', 'lng', 'accuracyM']),
  sample: new Set(['t', 'relay', 'job']),
  event: new Set(['t', 'job', 'hotp', 'hours', 'code']),
  reply: new Set(['t', 'error', 'relay', 'keys', 'settings', 'x']),
  none: new Set<string>(),
} as const;

function readable<T>(
  raw: Raw,
  body: unknown,
  { value, misfits }: Fitted<T>,
  toMessage: (raw: Raw, body: T, misfits: readonly Misfit[]) => ChipMessage,
): ChipMessage {
  return value === null ? unreadable(raw, misfits.at(-1)?.reason ?? '', body) : toMessage(raw, value, misfits);
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

const toBirth = ({ chipNo, receivedAt }: Raw, body: BirthMessage, misfits: readonly Misfit[]): Birth => ({
  type: 'birth',
  chipNo,
  receivedAt,
  misfits,
  boot: body.boot,
  t: body.t ?? null,
  up: body.up ?? null,
  fw: body.fw ?? null,
  hw: body.hw ?? null,
  relay: body.relay ?? null,
  tamper: body.tamper ?? null,
  rssi: body.rssi ?? null,
  hotp: body.hotp ?? 0,
  input: body.input ?? null,
  keys: body.keys ?? null,
  settings: body.settings ?? null,
});

/** Only what fits, with what did not. */
function fitAll<T, E>(
  elements: readonly unknown[],
  fit: (element: unknown, path: string) => Fitted<T>,
  to: (element: T) => E,
  path: string,
): { readonly fitting: readonly E[]; readonly misfits: readonly Misfit[] } {
  const fitted = elements.map((element, idx) => fit(element, `${path}/${idx}`));
  return {
    fitting: fitted.flatMap(({ value }) => (value === null ? [] : [to(value)])),
    misfits: fitted.flatMap(({ misfits }) => misfits),
  };
}

function toSamples(raw: Raw, body: SamplesMessage, misfits: readonly Misfit[]): Samples {
  const all = fitAll(body.samples, fitSample, toSample, '/samples');
  return {
    type: 'samples',
    chipNo: raw.chipNo,
    receivedAt: raw.receivedAt,
    misfits: [...misfits, ...all.misfits],
    boot: body.boot,
    seq: body.seq,
    digest: digestOf(raw.payload),
    samples: all.fitting,
    position: positionOf(body),
  };
}

function positionOf({ lat, lng, accuracyM }: SamplesMessage): ChipPosition | null {
  if (lat === undefined || lng === undefined || !isRealPosition({ lat, lng })) return null;
  return { lat, lng, accuracyM: accuracyM ?? null };
}

/** Interval and arc are measured apart and rounded: a little more arc than interval is all of it. */
const ROUNDING = 1.02;

function fitSample(element: unknown, path: string): Fitted<SampleMessage> {
  const fitted = fitFields(element, validators.sample, OPTIONAL.sample, path);
  const { value, misfits } = fitted;
  if (value === null || value.arcMs <= value.ms) return fitted;
  if (value.arcMs <= value.ms * ROUNDING) return { value: { ...value, arcMs: value.ms }, misfits };
  return { value: null, misfits: [...misfits, { reason: 'arc longer than interval', element }] };
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

function toEvents(raw: Raw, body: EventsMessage, misfits: readonly Misfit[]): Events {
  const fit = (element: unknown, path: string): Fitted<EventMessage> =>
    fitFields(element, validators.event, OPTIONAL.event, path);
  const all = fitAll(body.events, fit, toEvent, '/events');
  return {
    type: 'events',
    chipNo: raw.chipNo,
    receivedAt: raw.receivedAt,
    misfits: [...misfits, ...all.misfits],
    boot: body.boot,
    seq: body.seq,
    digest: digestOf(raw.payload),
    events: all.fitting,
  };
}

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

const toReply = ({ chipNo, receivedAt }: Raw, body: ReplyMessage, misfits: readonly Misfit[]): Reply => ({
  type: 'reply',
  chipNo,
  receivedAt,
  misfits,
  boot: body.boot,
  commandId: body.command,
  ok: body.ok,
  error: body.error ?? null,
  t: body.t ?? null,
  relay: body.relay ?? null,
  keys: body.keys ?? null,
  settings: body.settings ?? null,
  x: body.x ?? null,
});
