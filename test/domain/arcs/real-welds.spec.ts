import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArcEvidence } from '../../../src/domain/arcs/arc-evidence';
import { buildArcs } from '../../../src/domain/arcs/build-arcs';

/** Measured by others; source and licence in fixtures/README.md. */
const rows = (file: string): number[][] =>
  readFileSync(join(__dirname, 'fixtures', file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));

const intervals = (name: string): ArcEvidence[] =>
  rows(`${name}.interval-1s.csv`).map(([t = 0, , peakA = 0, , arcMs = 0]) => {
    const up = t + 1_000;
    return { kind: 'sample', up, at: up, ms: 1_000, arcMs, peakA, jobId: null };
  });

describe('real welds, as a chip would report them each second', () => {
  it.each(['good-weld', 'burn-through'])('%s: one arc, its ends within one interval of the truth', (name) => {
    const truth = rows(`${name}.arcs.csv`);
    const [from = 0] = truth[0] ?? [];
    const [, to = 0] = truth.at(-1) ?? [];
    const arcs = buildArcs([], intervals(name));
    expect(arcs).toHaveLength(1);
    const [arc] = arcs;
    expect(Math.abs((arc?.startUp ?? 0) - from)).toBeLessThanOrEqual(1_000);
    expect(Math.abs((arc?.lastUp ?? 0) - to)).toBeLessThanOrEqual(1_000);
    expect(arc?.ended).toBe(true);
    const burned = truth.reduce((sum, [, , ms = 0]) => sum + ms, 0);
    expect(Math.abs((arc?.arcMs ?? 0) - burned)).toBeLessThanOrEqual(500);
  });

  it('a false start and the weld after it are one arc: 222 ms are no pause', () => {
    expect(rows('burn-through.arcs.csv')).toHaveLength(2);
    const [arc] = buildArcs([], intervals('burn-through'));
    expect(arc?.peakA).toBeCloseTo(240.4, 0);
  });
});
