import fc from 'fast-check';
import { decode, type Raw } from '../../../src/gateway/decode';
import type { ChipMessage } from '../../../src/modules/telemetry/chip-message';

const T = Date.parse('2026-06-10T01:00:00Z');

const read = (kind: Raw['kind'], body: unknown): ChipMessage =>
  decode({ chipNo: 'TEST0000000001', topic: kind, kind, payload: Buffer.from(JSON.stringify(body)), receivedAt: T });

const sample = {
  t: T,
  up: 1_000,
  ms: 1_000,
  i: 150,
  iMax: 200,
  u: 24,
  arcMs: 900,
  relay: 'closed',
  job: 'J1',
  outlet: 1,
};
const event = { kind: 'arc-start', t: T, up: 1_000, job: 'J1', outlet: 1 };
const birth = {
  ...{ v: 1, boot: 7, seq: 0, t: T, up: 2_100, fw: '1', hw: 'H2', relay: 'open', tamper: false, rssi: -71, hotp: 12 },
  ...{ input: 'keypad', buffered: { fromSeq: 1, toSeq: 0 } },
};
const reply = { v: 1, boot: 7, command: 'C1', ok: true, error: 'busy', t: T, relay: 'closed' };
const envelope = { v: 1, boot: 7, seq: 1, lat: 34.1, lng: 113.8, accuracyM: 10 };

/** What firmware of all kinds has been seen to send for a value. */
const KINDS_OF_SPOILING = [
  null, 'x', '1', '', -1, -617_292_592, 0.5, 1e308, 2 ** 64, 9e15, true, [], {}, [1], '\u0000', '\u202e', '"},NULL', 'a'.repeat(400),
] as const; // prettier-ignore

const spoilt = (whole: object, field: string, value: unknown): object => ({ ...whole, [field]: value });
const others = (whole: object, field: string): string[] => Object.keys(whole).filter((one) => one !== field);

describe('F2 a message with any one field spoilt never hides the others', () => {
  const cases = (whole: object): fc.Arbitrary<[string, unknown]> =>
    fc.tuple(fc.constantFrom(...Object.keys(whole)), fc.constantFrom<unknown>(...KINDS_OF_SPOILING));

  it('samples: the other samples stand, each field of theirs', () => {
    const good = read('samples', { ...envelope, samples: [sample, sample] });
    const [expected] = good.type === 'samples' ? good.samples : [];
    for (const field of Object.keys(sample))
      for (const value of KINDS_OF_SPOILING) {
        const message = read('samples', { ...envelope, samples: [sample, spoilt(sample, field, value), sample] });
        const all = message.type === 'samples' ? message.samples : [];
        expect({ field, value, first: all[0], last: all.at(-1) }).toEqual({
          field,
          value,
          first: expected,
          last: expected,
        });
      }
  });

  it('samples: of the spoilt one, what it can do without is left out and the rest stands', () => {
    for (const field of ['t', 'relay', 'job'] as const)
      for (const value of KINDS_OF_SPOILING) {
        const message = read('samples', { ...envelope, samples: [spoilt(sample, field, value)] });
        const [one] = message.type === 'samples' ? message.samples : [];
        for (const other of others(sample, field)) expect(one?.[other as 'up']).toBe(sample[other as 'up']);
      }
  });

  it('samples: 0, 0 is what a receiver without a fix reports, and no place', () => {
    const at = (lat: number, lng: number) => read('samples', { ...envelope, lat, lng, samples: [sample] });
    expect(at(0, 0)).toMatchObject({ position: null, samples: [{ up: 1_000 }] });
    expect(at(0, 113.8)).toMatchObject({ position: { lat: 0, lng: 113.8 } });
  });

  it('events: the others stand, and of the spoilt one what can be known', () => {
    for (const field of Object.keys(event))
      for (const value of KINDS_OF_SPOILING) {
        const message = read('events', { ...envelope, events: [event, spoilt(event, field, value), { ...event, kind: 'arc-stop' }] }); // prettier-ignore
        const kinds = message.type === 'events' ? message.events.map(({ kind }) => kind) : [];
        expect([kinds[0], kinds.at(-1)]).toEqual(['arc-start', 'arc-stop']);
        if (field === 't' || field === 'job') expect(kinds).toHaveLength(3);
      }
  });

  it('births: whatever is spoilt but its number, the chip is there', () => {
    fc.assert(
      fc.property(cases(birth), ([field, value]) => {
        const message = read('birth', spoilt(birth, field, value));
        if (field === 'v' || field === 'boot') return;
        expect(message.type).toBe('birth');
        for (const other of others(birth, field).filter((one) => !['v', 'seq', 'buffered'].includes(one)))
          expect([field, value, other, (message as never)[other]]).toEqual([
            field,
            value,
            other,
            (birth as never)[other],
          ]);
      }),
      { numRuns: 1_000, seed: 1 },
    );
  });

  it('replies: an answer stays an answer', () => {
    for (const field of ['error', 't', 'relay'])
      for (const value of KINDS_OF_SPOILING)
        expect(read('replies', spoilt(reply, field, value))).toMatchObject({
          type: 'reply',
          commandId: 'C1',
          ok: true,
        });
  });

  it('a spoilt position hides no sample', () => {
    for (const field of ['lat', 'lng', 'accuracyM'])
      for (const value of KINDS_OF_SPOILING) {
        const message = read('samples', { ...spoilt(envelope, field, value), samples: [sample] });
        expect(message.type === 'samples' && message.samples).toHaveLength(1);
      }
  });

  it('what is left out is noted with its reason, save a time that is no time', () => {
    const message = read('samples', { ...envelope, samples: [sample, { ...sample, i: null }, { ...sample, t: -1 }] });
    expect(message.misfits?.map(({ reason }) => reason)).toEqual(['schema /samples/1/i type']);
    expect(message.type === 'samples' && message.samples.map(({ t }) => t)).toEqual([T, null]);
  });

  it.each([
    [1_000, 1_000],
    [1_001, 1_000],
    [1_020, 1_000],
    [1_021, null],
  ])('%d ms of arc in an interval of 1000 ms counts as %s', (arcMs, expected) => {
    const message = read('samples', { ...envelope, samples: [{ ...sample, arcMs }] });
    const [one] = message.type === 'samples' ? message.samples : [];
    expect(one?.arcMs ?? null).toBe(expected);
  });
});
