import { SETTINGS_LIMITS } from '../../domain/wire/chip-settings';
import { boot, id, SCHEMA, seq, settingsNo, version } from './parts';

/** What the platform sends; for chip makers. A field that is not named here is to be ignored. */

const kind = (name: string, required: readonly string[], properties: object) => ({
  type: 'object',
  required: ['v', 'id', 'kind', ...required],
  properties: { v: version, id, kind: { const: name }, ...properties },
});

const between = ([minimum, maximum]: readonly [number, number]) => ({ minimum, maximum });
const { sampleMs, idleSampleMs, arcFromA, arcPauseMs } = SETTINGS_LIMITS;
const jws = (description: string) => ({ type: 'string', description: `compact JWS, EdDSA: ${description}` });

export const command = {
  $schema: SCHEMA,
  title: 'down/commands',
  oneOf: [
    kind('unlock', ['token'], { token: jws('the unlock token') }),
    kind('lock', [], { job: id, reason: { type: 'string' } }),
    kind('configure', ['no', 'sampleMs', 'idleSampleMs', 'arcFromA', 'arcPauseMs'], {
      no: settingsNo,
      sampleMs: { type: 'integer', ...between(sampleMs) },
      idleSampleMs: { type: 'integer', ...between(idleSampleMs) },
      arcFromA: { type: 'number', ...between(arcFromA) },
      arcPauseMs: { type: 'integer', ...between(arcPauseMs) },
    }),
    kind('resend', ['boot', 'fromSeq', 'toSeq'], { boot, fromSeq: seq, toSeq: seq }),
    kind('time', ['t'], { t: { type: 'integer', minimum: 0 } }),
    kind('keys', ['jws'], { jws: jws('all public keys that the chip is to hold') }),
    kind('secret', ['jws'], { jws: jws('the half of a new secret') }),
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
