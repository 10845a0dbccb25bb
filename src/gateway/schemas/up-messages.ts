import { LONGEST_SAMPLE_MS } from '../../domain/arcs/arc-window';
import { EVENT_KINDS } from '../../domain/arcs/chip-events';
import { boot, hotp, id, idOrNull, kids, outlet, relay, relayOrNull, SCHEMA, seq, settingsNo, time, up, version, words, x25519 } from './parts'; // prettier-ignore

export const birth = {
  $schema: SCHEMA,
  title: 'up/birth',
  description: 'Sent after each connect. Never de-duplicated.',
  type: 'object',
  required: ['v', 'boot', 'up', 'relay'],
  properties: {
    v: version,
    boot,
    seq: { const: 0 },
    t: time,
    up,
    fw: words(64),
    hw: words(64),
    relay,
    tamper: { type: 'boolean' },
    buffered: {
      type: 'object',
      properties: { fromSeq: { type: 'integer', minimum: 0 }, toSeq: { type: 'integer', minimum: 0 } },
    },
    rssi: { type: ['integer', 'null'], minimum: -200, maximum: 100 },
    hotp,
    input: { enum: ['none', 'keypad', 'ble', 'nfc', null] },
    keys: kids,
    settings: settingsNo,
  },
} as const;

export const sample = {
  type: 'object',
  required: ['up', 'ms', 'i', 'iMax', 'u', 'arcMs'],
  properties: {
    t: time,
    up,
    ms: { type: 'integer', minimum: 1, maximum: LONGEST_SAMPLE_MS },
    i: { type: 'number', minimum: 0, maximum: 10_000 },
    iMax: { type: 'number', minimum: 0, maximum: 20_000 },
    u: { type: 'number', minimum: 0, maximum: 2_000 },
    arcMs: { type: 'integer', minimum: 0, maximum: LONGEST_SAMPLE_MS, description: 'at most ms' },
    relay: relayOrNull,
    job: idOrNull,
    outlet,
  },
} as const;

export const samples = {
  $schema: SCHEMA,
  title: 'up/samples',
  description: 'Measured values of intervals that end at t. Counted in seq together with events.',
  type: 'object',
  required: ['v', 'boot', 'seq', 'samples'],
  properties: {
    v: version,
    boot,
    seq,
    samples: { type: 'array', minItems: 1, maxItems: 500, items: sample },
    lat: { type: 'number', minimum: -90, maximum: 90 },
    lng: { type: 'number', minimum: -180, maximum: 180 },
    accuracyM: { type: ['number', 'null'], minimum: 0, maximum: 100_000 },
  },
  dependencies: { lat: ['lng'], lng: ['lat'] },
} as const;

export const event = {
  type: 'object',
  required: ['kind', 'up'],
  properties: {
    kind: { enum: EVENT_KINDS },
    t: time,
    up,
    job: idOrNull,
    outlet,
    hotp,
    hours: { type: 'integer', minimum: 1, maximum: 8 },
    code: words(64),
  },
  if: { properties: { kind: { const: 'offline-unlock' } } },
  then: { required: ['job', 'hotp', 'hours'] },
} as const;

export const events = {
  $schema: SCHEMA,
  title: 'up/events',
  description: 'Things that happened. Counted in seq together with samples.',
  type: 'object',
  required: ['v', 'boot', 'seq', 'events'],
  properties: { v: version, boot, seq, events: { type: 'array', minItems: 1, maxItems: 500, items: event } },
} as const;

export const reply = {
  $schema: SCHEMA,
  title: 'up/replies',
  description: 'The answer to unlock, lock, configure, keys or secret. Never de-duplicated.',
  type: 'object',
  required: ['v', 'boot', 'command', 'ok'],
  properties: {
    v: version,
    boot,
    command: id,
    ok: { type: 'boolean' },
    error: words(200),
    t: time,
    relay: relayOrNull,
    keys: kids,
    settings: settingsNo,
    x: x25519,
  },
} as const;

export const death = {
  $schema: SCHEMA,
  title: 'up/death',
  description: 'The will a chip leaves with the broker; a hint only.',
  type: 'object',
  required: ['v', 'boot'],
  properties: { v: version, boot },
} as const;
