import { MINUTE, SECOND } from '../../../src/kernel/time';
import { confirmSilence, silenceOutcome, type Silence } from '../../../src/domain/violations/suspicions/silence';
import { T0, violation } from './violation-case';

const LIMITS = { longestMs: 30 * SECOND, patienceMs: 10 * MINUTE };
/** Heard at T0, missed half a minute later; `every` 10 s from and to so many seconds after T0. */
const every10s = (from: number, to: number): number[] =>
  Array.from({ length: (to - from) / 10 + 1 }, (_, i) => T0 + (from + 10 * i) * SECOND);
const silence = (toldOf: readonly number[], change: Partial<Silence> = {}): Silence => ({
  heardAt: T0,
  raisedAt: T0 + 40 * SECOND,
  jobEndedAt: null,
  toldOf,
  ...change,
});

describe('C19 a chip that speaks again explains nothing by speaking', () => {
  const back = T0 + 600 * SECOND;
  it.each([
    ['it never spoke again', silence([]), back, null],
    ['what it kept came in', silence(every10s(10, 600)), back, 'filled'],
    ['one message, its buffer may still come', silence([back]), back + LIMITS.patienceMs - 1, null],
    ['one message, and the buffer had its time', silence([back]), back + LIMITS.patienceMs, { from: T0, to: back }],
    ['a hole of 30 s is none', silence([...every10s(10, 300), ...every10s(330, 600)]), back, 'filled'],
    ['a hole of 31 s', silence([...every10s(10, 300), T0 + 331 * SECOND, ...every10s(340, 600)]), back + MINUTE * 20,
      { from: T0 + 300 * SECOND, to: T0 + 331 * SECOND }],
    ['after the job a chip may rest', silence([...every10s(10, 300), back], { jobEndedAt: T0 + 300 * SECOND }), back, 'filled'],
    ['what it kept, weeks of patience later', silence(every10s(10, 600)), back + 10_000 * MINUTE, 'filled'],
  ] as const)('%s', (_, of, at, expected) => expect(silenceOutcome(of, LIMITS, at)).toEqual(expected)); // prettier-ignore

  it('the case is certain, with the length of what is missing', () => {
    const step = confirmSilence(violation({ kind: 'chip-silent' }), { from: T0, to: T0 + 42 * MINUTE });
    expect(step).toMatchObject({
      to: 'open',
      set: { certainty: 'confirmed', evidence: { heardAt: T0, heardAgainAt: T0 + 42 * MINUTE, silentMinutes: 42 } },
      records: { history: { command: 'confirm', detail: { reason: 'silence-unfilled' } } },
    });
  });
});
