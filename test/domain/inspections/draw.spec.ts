import { drawPairs, unservedTargets } from '../../../src/domain/inspections/draw';
import { commitmentOf, listHashOf, seedOf, sha256Hex, type DrawList } from '../../../src/domain/inspections/draw-list';
import type { Stratum } from '../../../src/domain/inspections/strata';
import { quotasFor } from '../../../src/domain/inspections/quotas';
import { SeededNumbers } from '../../../src/domain/inspections/seeded-numbers';
import { verifyDraw, type PublishedDraw } from '../../../src/domain/inspections/verify-draw';

const TOWNS = ['411003001', '411003002'] as const;
const target = (n: number, stratum: Stratum) => ({
  id: `t${String(n).padStart(3, '0')}`,
  name: `企业${n}`,
  regionCode: TOWNS[n % 2]!,
  stratum,
});
const officer = (n: number) => ({ id: `o${n}`, name: `检查员${n}`, regionCode: TOWNS[n % 2]! });
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

const LIST: DrawList = {
  version: 1, name: '四季度抽查', regionCode: '411003',
  targets: [...range(10).map((n) => target(n, 'high')), ...range(20).map((n) => target(100 + n, 'ordinary')), ...range(20).map((n) => target(200 + n, 'clean'))],
  officers: range(6).map(officer), exclusions: [],
  weights: { high: 3, ordinary: 2, clean: 1 }, quotas: { high: 3, ordinary: 4, clean: 2 }, officersPerTarget: 2, crossTown: false,
}; // prettier-ignore
const SEED = seedOf(['第一个值', '第二个值'], listHashOf(LIST));

/** The statistic of Pearson: how far counts lie from all being alike. */
function chiSquare(counts: readonly number[]): number {
  const mean = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - mean) ** 2 / mean, 0);
}

describe('a draw', () => {
  it('is the same whatever the order of the list, and stays so: noted on another machine', () => {
    const turned = { ...LIST, targets: [...LIST.targets].reverse(), officers: [...LIST.officers].reverse() };
    expect(listHashOf(turned)).toBe(listHashOf(LIST));
    expect(drawPairs(turned, SEED)).toEqual(drawPairs(LIST, SEED));
    expect(sha256Hex(JSON.stringify(drawPairs(LIST, SEED)))).toMatchInlineSnapshot(
      `"481cf3437fbdceceb04fdd15c7aa06d8a59522bd0df803e64a6bde8d36eec6ab"`,
    );
  });

  it('takes the quota of each stratum, nothing twice, with two different officers each', () => {
    const pairs = drawPairs(LIST, SEED);
    expect(new Set(pairs.map(({ targetId }) => targetId)).size).toBe(9);
    const strata = pairs.map(({ targetId }) => LIST.targets.find(({ id }) => id === targetId)!.stratum);
    expect(['high', 'ordinary', 'clean'].map((one) => strata.filter((s) => s === one).length)).toEqual([3, 4, 2]);
    expect(pairs.every(({ officerIds }) => new Set(officerIds).size === 2)).toBe(true);
  });

  it('sends nobody where a conflict was declared, and nobody to their own town in a cross-inspection', () => {
    const exclusions = LIST.targets.map(({ id }) => ({ officerId: 'o0', targetId: id, reason: '亲属任职' }));
    const without = drawPairs({ ...LIST, exclusions }, SEED);
    expect(without.flatMap(({ officerIds }) => officerIds)).not.toContain('o0');
    const crossed = drawPairs({ ...LIST, crossTown: true }, SEED);
    const townOf = (id: string) => [...LIST.targets, ...LIST.officers].find((one) => one.id === id)!.regionCode;
    expect(
      crossed.flatMap(({ targetId, officerIds }) => officerIds.filter((id) => townOf(id) === townOf(targetId))),
    ).toEqual([]);
  });

  it('of a list that leaves a target without officers is refused beforehand', () => {
    const exclusions = range(5).map((n) => ({ officerId: `o${n}`, targetId: 't000', reason: '参股' }));
    expect(unservedTargets({ ...LIST, exclusions }).map(({ id }) => id)).toEqual(['t000']);
    expect(unservedTargets(LIST)).toEqual([]);
  });
});

describe('10,000 draws with other seeds', () => {
  const targets = new Map<string, number>();
  const officers = new Map<string, number>();
  const pairs = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const DRAWS = 10_000;
  beforeAll(() => {
    for (let n = 0; n < DRAWS; n += 1)
      for (const { targetId, officerIds } of drawPairs(LIST, sha256Hex(`seed ${n}`))) {
        add(targets, targetId);
        officerIds.forEach((id) => add(officers, id));
        add(pairs, officerIds.join(' '));
      }
  }, 60_000);

  // the limit is what honest chance exceeds once in a thousand times; the seeds are fixed, so the outcome is, too
  it.each([
    ['high', 9, 27.9],
    ['ordinary', 19, 43.8],
    ['clean', 19, 43.8],
  ] as const)('favour no target of the stratum %s', (stratum, freedom, limit) => {
    const counts = LIST.targets.filter((one) => one.stratum === stratum).map(({ id }) => targets.get(id) ?? 0);
    expect(counts).toHaveLength(freedom + 1);
    expect(chiSquare(counts)).toBeLessThan(limit);
  });

  it('favour no officer and no two officers', () => {
    expect([...officers.values()].reduce((sum, n) => sum + n, 0)).toBe(DRAWS * 9 * 2);
    expect(chiSquare([...officers.values()])).toBeLessThan(20.5);
    expect(pairs.size).toBe(15);
    expect(chiSquare([...pairs.values()])).toBeLessThan(36.1);
  });

  it('a draw that took the first ones would be seen', () => {
    expect(chiSquare([DRAWS, DRAWS, DRAWS, 0, 0, 0, 0, 0, 0, 0])).toBeGreaterThan(27.9);
    const numbers = new SeededNumbers('x');
    const counts = range(7).map(() => 0);
    for (let n = 0; n < 7_000; n += 1) counts[numbers.below(7)]! += 1;
    expect(chiSquare(counts)).toBeLessThan(22.5);
  });
});

describe('how many of each stratum are drawn', () => {
  const weights = { high: 3, ordinary: 2, clean: 1 };
  it.each([
    ['alike in size', { high: 10, ordinary: 10, clean: 10 }, 6, { high: 3, ordinary: 2, clean: 1 }],
    ['the largest remainder first', { high: 10, ordinary: 10, clean: 10 }, 7, { high: 4, ordinary: 2, clean: 1 }],
    ['no more than there are', { high: 1, ordinary: 10, clean: 10 }, 10, { high: 1, ordinary: 6, clean: 3 }],
    ['all of them', { high: 2, ordinary: 3, clean: 4 }, 99, { high: 2, ordinary: 3, clean: 4 }],
    ['nothing to draw', { high: 0, ordinary: 0, clean: 0 }, 5, { high: 0, ordinary: 0, clean: 0 }],
  ])('%s', (_, sizes, count, quotas) => {
    expect(quotasFor(sizes, weights, count)).toEqual(quotas);
  });
});

describe('the verification without the platform', () => {
  const honest: PublishedDraw = {
    state: 'drawn', list: LIST, listHash: listHashOf(LIST), seed: SEED, pairs: drawPairs(LIST, SEED),
    commitments: [
      { officerId: 'a', hash: commitmentOf('第一个值'), value: '第一个值' },
      { officerId: 'b', hash: commitmentOf('第二个值'), value: '第二个值' },
    ],
  }; // prettier-ignore
  const changedList = { ...LIST, targets: LIST.targets.slice(1) };
  const [first, second] = honest.commitments;

  it.each([
    ['an honest one', honest, []],
    ['a list changed later', { ...honest, list: changedList }, ['list-changed', 'pairs-wrong']],
    ['another value than committed', { ...honest, commitments: [first!, { ...second!, value: 'x' }] }, ['value-not-committed', 'seed-wrong']],
    ['one officer twice', { ...honest, commitments: [first!, { ...second!, officerId: 'a' }] }, ['one-officer-twice']],
    ['values in another order', { ...honest, commitments: [second!, first!] }, ['seed-wrong']],
    ['another pair', { ...honest, pairs: honest.pairs!.slice(1) }, ['pairs-wrong']],
    ['one that became void', { ...honest, state: 'void', commitments: [first!] }, ['not-drawn']],
  ])('%s', (_, draw, faults) => {
    expect(verifyDraw(draw, null)).toEqual(faults);
  }); // prettier-ignore

  it('a list that was forged with all that follows is seen by the hash noted when it was published', () => {
    const listHash = listHashOf(changedList);
    const seed = seedOf(['第一个值', '第二个值'], listHash);
    const forged = { ...honest, list: changedList, listHash, seed, pairs: drawPairs(changedList, seed) };
    expect(verifyDraw(forged, null)).toEqual([]);
    expect(verifyDraw(forged, honest.listHash)).toEqual(['hash-not-noted']);
  });
});
