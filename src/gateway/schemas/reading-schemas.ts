import { outlet } from './parts';
import { birth, event, events, reply, sample, samples } from './up-messages';

/**
 * Messages as they are read: more leniently than they are published. An envelope says nothing of its elements; each of them
 * is judged by itself. An event of a kind that is not known yet is kept.
 */

const { lat, lng, accuracyM, ...envelopeOfSamples } = samples.properties;

export const samplesEnvelope = {
  type: 'object',
  required: samples.required,
  properties: { ...envelopeOfSamples, samples: { type: 'array', minItems: 1, maxItems: 500 }, lat, lng, accuracyM },
} as const;

export const eventsEnvelope = {
  type: 'object',
  required: events.required,
  properties: { ...events.properties, events: { type: 'array', minItems: 1, maxItems: 500 } },
} as const;

/** Null says as little as a field that is left out. */
const outletOrNull = { ...outlet, type: ['integer', 'null'] } as const;

export const readSample = { ...sample, properties: { ...sample.properties, outlet: outletOrNull } } as const;

export const readEvent = {
  ...event,
  properties: { ...event.properties, outlet: outletOrNull, kind: { type: 'string', pattern: '^[\\x21-\\x7e]{1,64}$' } },
} as const;

/** Whatever else a birth tells, it tells that the chip is there and in which boot. */
export const readBirth = {
  type: 'object',
  required: ['v', 'boot'],
  properties: birth.properties,
} as const;

export const readReply = {
  type: 'object',
  required: reply.required,
  properties: reply.properties,
} as const;
