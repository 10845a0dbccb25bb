import fc from 'fast-check';
import type { ArcEvidence, ArcShape } from '../../../src/domain/arcs/arc-evidence';
import { BRIDGE_MS, buildArcs, MERGE_MS } from '../../../src/domain/arcs/build-arcs';
import { MemoryArcs } from './memory-arcs';

const T0 = Date.parse('2026-06-01T00:00:00Z');
const stamp = (up: number, jobId: string | null = null) => ({ up, at: T0 + up, jobId });
const start = (up: number, jobId?: string): ArcEvidence => ({ kind: 'start', ...stamp(up, jobId) });
const stop = (up: number): ArcEvidence => ({ kind: 'stop', ...stamp(up) });
const sample = (up: number, arcMs: number, ms = 10_000, jobId?: string): ArcEvidence => ({
  kind: 'sample',
  ...stamp(up, jobId),
  ms,
  arcMs,
  peakA: 200,
});

const S = 1_000;

/** `from–to`, open-ended where it burns on. */
const drawn = (arcs: readonly ArcShape[]): string[] =>
  arcs.map(({ startUp, lastUp, ended }) => `${startUp / S}–${lastUp / S}${ended ? '' : '…'}`);

describe('arcs from what a chip says', () => {
  it.each<[string, ArcEvidence[], string[]]>([
    ['a start burns until a stop', [start(5 * S), stop(20 * S)], ['5–20']],
    ['a start alone burns on', [start(5 * S)], ['5–5…']],
    ['a stop alone is nothing', [stop(5 * S)], []],
    [
      'samples between start and stop lengthen, not add',
      [start(5 * S), sample(10 * S, 5_000), sample(20 * S, 10_000), stop(24 * S), sample(30 * S, 4_000)],
      ['5–24'],
    ],
    [
      'samples alone: laid at the end of the first interval',
      [sample(10 * S, 3_000), sample(20 * S, 10_000)],
      ['7–20…'],
    ],
    [
      'a whole interval without arc ends it where it was seen last',
      [sample(10 * S, 3_000), sample(20 * S, 0)],
      ['7–10'],
    ],
    ['the stop was lost: the next quiet interval ends it', [start(5 * S), sample(20 * S, 0)], ['5–5']],
    ['the start was lost: the interval before the stop tells', [sample(10 * S, 4_000), stop(12 * S)], ['6–12']],
    [
      'two short arcs within one interval',
      [start(1 * S), stop(2 * S), start(6 * S), stop(8 * S), sample(10 * S, 3_000)],
      ['1–2', '6–8'],
    ],
    [
      'arc that no event accounts for burned after the last of them',
      [start(1 * S), stop(2 * S), sample(10 * S, 5_000)],
      ['1–2', '6–10…'],
    ],
    ['less than a second unaccounted is rounding', [start(1 * S), stop(2 * S), sample(10 * S, 2_000)], ['1–2']],
    ['another job is another arc', [start(5 * S, 'A'), start(9 * S, 'B'), stop(12 * S)], ['5–5', '9–12']],
    ['a second start of the same arc changes nothing', [start(5 * S, 'A'), start(9 * S, 'A'), stop(12 * S)], ['5–12']],
    ['two starts in one millisecond are one arc', [start(5 * S, 'A'), start(5 * S, 'B'), stop(12 * S)], ['5–12']],
  ])('%s', (_, evidence, expected) => {
    expect(drawn(buildArcs([], evidence))).toEqual(expected);
  });

  it.each([
    ['just as long as the limit', MERGE_MS, 1],
    ['one ms longer', MERGE_MS + 1, 2],
  ])('a pause %s', (_, pause, arcs) => {
    expect(buildArcs([], [start(0), stop(5 * S), start(5 * S + pause), stop(30 * S)])).toHaveLength(arcs);
  });

  it.each([
    ['three intervals', 3 * 10_000, 1],
    ['one ms more', 3 * 10_000 + 1, 2],
  ])('messages missing for %s', (_, gap, arcs) => {
    const [first, second] = [sample(10 * S, 10_000), sample(10 * S + gap + 10_000, 10_000)];
    expect(buildArcs([], [first, second])).toHaveLength(arcs);
  });

  it('never bridges more than three minutes, however long the interval', () => {
    const long = (up: number) => sample(up, 300_000, 300_000);
    expect(buildArcs([], [long(300 * S), long(300 * S + BRIDGE_MS + 300_000)])).toHaveLength(1);
    expect(buildArcs([], [long(300 * S), long(300 * S + BRIDGE_MS + 300_001)])).toHaveLength(2);
  });

  it('counts arc time exactly between events, and by what intervals report otherwise', () => {
    expect(buildArcs([], [start(5 * S), sample(10 * S, 4_990), stop(24 * S)])).toMatchObject([{ arcMs: 19_000 }]);
    expect(buildArcs([], [sample(10 * S, 3_000), sample(20 * S, 8_000)])).toMatchObject([{ arcMs: 11_000 }]);
  });
});

const job = fc.constantFrom(null, null, 'A', 'B');
const up = fc.oneof(
  fc.integer({ min: 0, max: 120 }).map((n) => n * 500),
  fc.integer({ min: 0, max: 1_500_000 }),
);
const evidence: fc.Arbitrary<ArcEvidence> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('start' as const, 'stop' as const), up, jobId: job })
    .map((e) => ({ ...e, at: T0 + e.up })),
  fc
    .record({
      up,
      jobId: job,
      ms: fc.constantFrom(1, 1_000, 10_000, 60_000, 600_000),
      share: fc.constantFrom(0, 0, 0.3, 0.9, 1),
      peakA: fc.constantFrom(90, 210),
    })
    .map(({ share, ...e }) => ({ kind: 'sample' as const, ...e, at: T0 + e.up, arcMs: Math.round(e.ms * share) })),
);

/** A list in any order, cut into portions of any size. */
const portions = fc.array(evidence, { minLength: 1, maxLength: 25 }).chain((all) =>
  fc.record({
    all: fc.constant(all),
    order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    cuts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: all.length, maxLength: all.length }),
  }),
);

function* cut<T>(list: readonly T[], sizes: readonly number[]): Generator<T[]> {
  for (let from = 0, n = 0; from < list.length; n += 1) {
    const size = sizes[n] ?? 1;
    yield list.slice(from, from + size);
    from += size;
  }
}

describe('whatever the order', () => {
  it('evidence in any order and any portions gives the arcs it gives in order', () => {
    fc.assert(
      fc.property(portions, ({ all, order, cuts }) => {
        const store = new MemoryArcs();
        for (const portion of cut(order, cuts)) store.take(portion);
        expect(store.arcs).toEqual(buildArcs([], all));
      }),
      { numRuns: 3_000 },
    );
  });

  it('arcs follow one another, begin apart, and only the last one burns', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 40 }), (all) => {
        const arcs = buildArcs([], all);
        arcs.forEach((arc, i) => {
          const next = arcs[i + 1];
          expect(arc.startUp).toBeLessThanOrEqual(arc.lastUp);
          if (!next) return;
          expect(arc.ended).toBe(true);
          expect(arc.lastUp).toBeLessThanOrEqual(next.startUp);
          expect(arc.startUp).toBeLessThan(next.startUp);
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
