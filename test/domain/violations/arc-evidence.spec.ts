import fc from 'fast-check';
import { SUSTAINED_MS } from '../../../src/domain/arcs/judge-arc';
import { arcEvidence, lengthOf, type CaseArc } from '../../../src/domain/violations/evidence/arc-evidence';
import { CERTAINTIES, type Certainty, type ViolationKind } from '../../../src/domain/violations/violation-kinds';
import { supervisionTexts } from '../../../src/modules/supervision/supervision.texts';
import { T0 } from './violation-case';

const arc = (lengthMs: number, change: Partial<CaseArc> = {}): CaseArc => ({
  startedAt: T0,
  earliestAt: null,
  endedAt: T0 + lengthMs,
  lastSeenAt: T0 + lengthMs,
  peakA: 148,
  cleared: false,
  detail: { sustained: false },
  ...change,
});

const codes = (kind: ViolationKind, certainty: Certainty, arcs: readonly CaseArc[]): string[] =>
  arcEvidence(kind, certainty, arcs).map(({ code }) => code.replace('violation.evidence.', ''));

describe('D13, C12 the evidence of a case follows its arcs and the verdict in force', () => {
  it.each([
    ['a spark that nobody confirmed', 'provisional', [arc(900)], ['spark']],
    // the two cases of the finding: written at the first instant, and confirmed when the arc went on
    ['35.6 s, raised as a spark', 'confirmed', [arc(35_600)], ['sustained']],
    ['25.0 s, raised as a spark', 'confirmed', [arc(25_000)], ['sustained']],
    ['on the limit', 'confirmed', [arc(SUSTAINED_MS)], ['sustained']],
    ['1 ms under it, confirmed by a person', 'confirmed', [arc(SUSTAINED_MS - 1)], ['spark-confirmed']],
    ['sparks again and again', 'confirmed', [arc(500), arc(900)], ['arcs', 'sparks-repeated']],
    ['a spark and a weld', 'confirmed', [arc(500), arc(9_000)], ['arcs', 'sustained']],
    ['burning on', 'confirmed', [arc(0, { endedAt: null, lastSeenAt: T0 + 4_000 })], ['sustained']],
  ] as const)('%s', (_, certainty, arcs, expected) =>
    expect(codes('off-platform', certainty, arcs)).toEqual(['startedAt', 'peakA', ...expected]),
  );

  it('what the last version of the verdict says takes the place of what the first said', () => {
    const detail = { reason: 'lost-while-working', until: T0 + 1_000, sustained: true };
    expect(codes('uncertified', 'confirmed', [arc(60_000, { detail })])).toEqual([
      'reason.lost-while-working',
      'startedAt',
      'until',
      'peakA',
      'sustained',
    ]);
  });

  it('what late data took off the case is not counted, while anything still stands', () => {
    const arcs = [arc(60_000, { cleared: true, peakA: 400 }), arc(900)];
    expect(codes('off-platform', 'provisional', arcs)).toEqual(['startedAt', 'peakA', 'spark']);
    expect(arcEvidence('off-platform', 'provisional', arcs)[1]?.params).toEqual({ value: 148 });
    expect(codes('off-platform', 'withdrawn', [arcs[0]!])).toEqual(['startedAt', 'peakA', 'sustained']);
  });

  it('a time that is not known stays one', () =>
    expect(codes('off-platform', 'provisional', [arc(900, { earliestAt: T0 - 1 })])).toEqual(['earliestAt', 'latestAt', 'peakA', 'spark'])); // prettier-ignore

  /** A random history: arcs that go on, are judged again and again, cleared, and come back. */
  const histories = fc.array(
    fc.record({
      startedAt: fc.integer({ min: 0, max: 10_000_000 }).map((ms) => T0 + ms),
      lengths: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 6 }),
      open: fc.boolean(),
      cleared: fc.boolean(),
      peakA: fc.integer({ min: 1, max: 600 }),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('property: after any history the text contradicts neither the arcs nor the certainty', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...CERTAINTIES), (history, certainty) => {
        const arcs = history.map(({ startedAt, lengths, open, cleared, peakA }): CaseArc => {
          const [first] = lengths;
          const end = startedAt + Math.max(...lengths);
          // the stored version may be that of any instant: it never decides what the arc is now
          const detail = { sustained: first! >= SUSTAINED_MS };
          return { startedAt, earliestAt: null, endedAt: open ? null : end, lastSeenAt: end, peakA, cleared, detail };
        });
        const standing = arcs.filter(({ cleared }) => !cleared);
        const shown = standing.length > 0 ? standing : arcs;
        const said = codes('off-platform', certainty, arcs);
        const burnt = shown.some((one) => lengthOf(one) >= SUSTAINED_MS);
        expect(said.includes('sustained')).toBe(burnt);
        expect(said.filter((code) => code.startsWith('spark'))).toHaveLength(burnt ? 0 : 1);
        if (certainty === 'confirmed') expect(said).not.toContain('spark');
        expect(said.includes('arcs')).toBe(shown.length > 1);
        for (const code of said) expect(supervisionTexts).toHaveProperty([`violation.evidence.${code}`]);
      }),
      { numRuns: 500 },
    );
  });
});
