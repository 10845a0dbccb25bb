import { LEAST_AHEAD, predecessor, stageOf, succeed, type Version } from '../../../src/domain/rules/succession';
import { DAY, MINUTE } from '../../../src/kernel/time';

const NOW = Date.parse('2026-11-24T08:00:00Z');
const version = (id: string, validFrom: number, validTo: number | null = null): Version => ({ id, validFrom, validTo });
const running = version('running', NOW - DAY);

const outcome = (versions: Version[], validFrom: number, validTo: number | null = null): string => {
  const result = succeed(versions, { validFrom, validTo }, NOW);
  return result.ok ? `ends ${result.ends?.id ?? 'nothing'}` : `${result.fault} ${result.with?.id ?? ''}`.trim();
};

describe('a version is set ahead of its date', () => {
  it.each([
    ['in the past', -DAY, 'not-ahead'],
    ['now', 0, 'not-ahead'],
    ['a millisecond short of a minute ahead', LEAST_AHEAD - 1, 'not-ahead'],
    ['a minute ahead', LEAST_AHEAD, 'ends running'],
    ['a millisecond more', LEAST_AHEAD + 1, 'ends running'],
  ])('%s', (_, ahead, expected) => expect(outcome([running], NOW + ahead)).toBe(expected));

  it('the least is a minute', () => expect(LEAST_AHEAD).toBe(MINUTE));
});

describe('only the version in force at its beginning gives way', () => {
  const day = (n: number): number => NOW + n * DAY;
  const cut = version('cut', NOW - DAY, day(10));
  const planned = version('planned', day(10));

  it.each([
    ['nothing there', [], day(5), null, 'ends nothing'],
    ['before one that is planned', [cut, planned], day(5), null, 'overlaps planned'],
    ['at the same moment as one that is planned', [cut, planned], day(10), null, 'overlaps planned'],
    ['a millisecond after one that is planned', [cut, planned], day(10) + 1, null, 'ends planned'],
    ['ending as the planned one begins', [cut, planned], day(5), day(10), 'ends cut'],
    ['ending a millisecond later', [cut, planned], day(5), day(10) + 1, 'overlaps planned'],
    ['ending as it begins', [running], day(5), day(5), 'reversed'],
    ['ending a millisecond after it begins', [running], day(5), day(5) + 1, 'ends running'],
    ['after one that is over', [version('over', NOW - DAY, day(1))], day(1), null, 'ends nothing'],
    ['a millisecond before that one is over', [version('over', NOW - DAY, day(1))], day(1) - 1, null, 'ends over'],
  ])('%s', (_, versions, from, to, expected) => expect(outcome(versions, from, to)).toBe(expected));
});

describe('a stage is told by the clock', () => {
  const one = { validFrom: NOW, validTo: NOW + 10 };
  it.each([
    [-1, 'planned'],
    [0, 'running'],
    [9, 'running'],
    [10, 'past'],
  ])('%i ms after its beginning: %s', (offset, expected) => expect(stageOf(one, NOW + offset)).toBe(expected));
  it('without an end it runs on', () => expect(stageOf({ validFrom: NOW, validTo: null }, NOW + 1e12)).toBe('running'));
});

describe('the predecessor of a planned version', () => {
  const planned = version('planned', NOW + DAY);
  it('ends where it begins', () => {
    expect(predecessor([version('before', NOW - DAY, NOW + DAY), planned], planned)?.id).toBe('before');
  });
  it('is none where a gap lies between', () => {
    expect(predecessor([version('before', NOW - DAY, NOW + DAY - 1), planned], planned)).toBeNull();
  });
});
