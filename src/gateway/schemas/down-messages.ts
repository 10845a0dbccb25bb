import { boot, id, SCHEMA, seq, version } from './parts';

/** What the platform sends; for chip makers. A field that is not named here is to be ignored. */

const kind = (name: string, required: readonly string[], properties: object) => ({
  type: 'object',
  required: ['v', 'id', 'kind', ...required],
  properties: { v: version, id, kind: { const: name }, ...properties },
});

const ms = { type: 'integer', minimum: 1_000, maximum: 600_000 } as const;

export const command = {
  $schema: SCHEMA,
  title: 'down/commands',
  oneOf: [
    kind('unlock', ['token'], { token: { type: 'string', description: 'compact JWS, EdDSA' } }),
    kind('lock', [], { job: id, reason: { type: 'string' } }),
    kind('configure', ['sampleMs', 'idleSampleMs'], { sampleMs: ms, idleSampleMs: ms }),
    kind('resend', ['boot', 'fromSeq', 'toSeq'], { boot, fromSeq: seq, toSeq: seq }),
    kind('time', ['t'], { t: { type: 'integer', minimum: 0 } }),
    kind('keys', ['jws'], {
      jws: { type: 'string', description: 'the other public key, signed by one the chip holds' },
    }),
  ],
};

export const acks = {
  $schema: SCHEMA,
  title: 'down/acks',
  description: 'Numbers stored for good, as closed ranges: the chip may free its buffer.',
  type: 'object',
  required: ['v', 'boot', 'seqs'],
  properties: {
    v: version,
    boot,
    seqs: {
      type: 'array',
      minItems: 1,
      items: { type: 'array', minItems: 2, maxItems: 2, items: seq },
    },
  },
} as const;
