import { createHash } from 'node:crypto';
import { bucketsOf, differencesIn, differingBuckets, hashOf, type Held } from '../../../src/domain/exchange/reconcile';
import { judgeVersion } from '../../../src/domain/exchange/version';

const held = (id: string, version: number, more: Partial<Held> = {}): Held => ({
  ...{ kind: 'machine', region: '411003', day: '2026-11-28', id, version },
  ...more,
});

describe('a version decides, not the order of arrival', () => {
  const seen = { version: 3, hash: 'a' };
  it.each([
    ['never seen', null, 1, 'a', 'new'],
    ['one on', seen, 4, 'b', 'new'],
    ['some are missing between', seen, 9, 'b', 'new'],
    ['again', seen, 3, 'a', 'same'],
    ['an older one', seen, 2, 'b', 'stale'],
    ['another content under the same number', seen, 3, 'b', 'changed'],
  ] as const)('%s', (_, before, version, hash, expected) =>
    expect(judgeVersion(before, { version, hash })).toBe(expected),
  );
});

describe('both sides are compared by counts and hashes', () => {
  it('a hash is that of the lines `id version`, in the order of bytes, whatever order they came in', () => {
    const lines = createHash('sha256').update('A 2\nB 1\na 7\n').digest('hex');
    expect(hashOf([held('a', 7), held('B', 1), held('A', 2)])).toBe(lines);
    expect(hashOf([])).toBe(createHash('sha256').digest('hex'));
  });

  it('buckets are kinds, regions and days', () => {
    const all = [held('A', 1), held('B', 1), held('C', 1, { day: '2026-11-27' }), held('D', 1, { kind: 'welder' })];
    expect(bucketsOf(all).map(({ kind, day, count }) => [kind, day, count])).toEqual([
      ['machine', '2026-11-27', 1],
      ['machine', '2026-11-28', 2],
      ['welder', '2026-11-28', 1],
    ]);
  });

  it.each([
    ['nothing', [held('A', 1)], [held('A', 1)], []],
    ['another version', [held('A', 2)], [held('A', 1)], ['2026-11-28']],
    ['one is missing there', [held('A', 1), held('B', 1)], [held('A', 1)], ['2026-11-28']],
    ['a whole day is missing there', [held('A', 1), held('B', 1, { day: '2026-11-27' })], [held('A', 1)], ['2026-11-27']],
    ['a day that we do not have', [], [held('A', 1)], ['2026-11-28']],
  ])('%s differs', (_, ours, theirs, days) =>
    expect(differingBuckets(bucketsOf(ours), bucketsOf(theirs)).map(({ day }) => day)).toEqual(days)); // prettier-ignore

  it('inside a bucket each registration says how it differs', () => {
    const found = differencesIn(
      [held('A', 1), held('B', 2), held('C', 3), held('D', 1)],
      [held('A', 1), held('B', 1), held('C', 4), held('E', 1)],
    );
    expect(found.map(({ id, difference, ours, theirs }) => [id, difference, ours, theirs])).toEqual([
      ['B', 'older', 2, 1],
      ['C', 'newer', 3, 4],
      ['D', 'missing', 1, null],
      ['E', 'surplus', null, 1],
    ]);
  });
});
