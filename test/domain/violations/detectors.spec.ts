import { CHIP_FAULTS, meaningOf } from '../../../src/domain/violations/chip-faults';
import { judgeWatch, type WatchRecord } from '../../../src/domain/violations/judge-watch';
import { overlongSince } from '../../../src/domain/violations/overlong';
import { remoteScanM } from '../../../src/domain/violations/remote-scan';
import { specialPeriodOf } from '../../../src/domain/violations/special-period-work';
import { distanceM } from '../../../src/kernel/geo';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';
import { metresNorth, PLACE } from '../authorization/perfect-facts';

const T0 = Date.parse('2026-11-24T02:00:00Z');

describe('远距离扫码: phone and chip far apart', () => {
  it.each([
    ['at the machine', 0, 5, 5, null],
    ['499 m', 499, 0, 0, null],
    ['501 m', 501, 0, 0, 501],
    ['501 m, but both positions are rough', 501, 300, 202, null],
    ['both rough, still farther', 503, 300, 202, 503],
    ['a whole town away', 20_000, 100, 100, 20_000],
  ])('%s', (_, metres, phone, chip, expected) => {
    const far = { ...metresNorth(metres), accuracyM: phone };
    expect(remoteScanM(far, { ...PLACE, accuracyM: chip }, 500)).toBe(expected);
  });

  it('the limit itself is near enough', () => {
    const far = { ...metresNorth(700), accuracyM: 0 };
    const exactly = distanceM(far, PLACE);
    expect(remoteScanM(far, { ...PLACE, accuracyM: 0 }, exactly)).toBeNull();
    expect(remoteScanM(far, { ...PLACE, accuracyM: 0 }, exactly - 0.001)).toBe(700);
  });
});

describe('超长时间作业: more than 24 hours', () => {
  it.each([
    [24 * HOUR - 1, null],
    [24 * HOUR, null],
    [24 * HOUR + 1, T0 + 24 * HOUR],
    [40 * HOUR, T0 + 24 * HOUR],
  ])('%i ms', (length, expected) => expect(overlongSince(T0, T0 + length, 24 * HOUR)).toBe(expected));
});

describe('重点时段作业', () => {
  const period = { id: 'S1', name: '测试时段', regionCode: '411003', from: T0, to: T0 + DAY };
  it.each([
    ['ends 1 ms before', -HOUR, -1, '411003', false],
    ['ends as it begins', -HOUR, 0, '411003', true],
    ['within', HOUR, 2 * HOUR, '411003', true],
    ['begins 1 ms before its end', DAY - 1, DAY + HOUR, '411003', true],
    ['begins at its end', DAY, DAY + HOUR, '411003', false],
    ['a spark of one moment', HOUR, HOUR, '411003', true],
    ['in a village below', HOUR, 2 * HOUR, '411003100201', true],
    ['in the county beside', HOUR, 2 * HOUR, '411002', false],
    ['in the city above', HOUR, 2 * HOUR, '4110', false],
  ])('%s', (_, from, to, regionCode, expected) =>
    expect(specialPeriodOf({ regionCode, from: T0 + from, to: T0 + to }, [period]) === period).toBe(expected),
  );
});

describe('作业后留守', () => {
  const patience = 30 * MINUTE;
  const watch: WatchRecord = {
    state: 'fire_watch',
    watcherRequired: true,
    watchOnAt: T0 - HOUR,
    watchUntil: T0,
    closedAt: null,
  };
  it.each([
    ['still time', {}, T0 + patience, null],
    ['1 ms past all patience', {}, T0 + patience + 1, 'never-closed'],
    ['work never ended, still time', { state: 'expired', watchOnAt: null }, T0 + patience, null],
    ['work never ended', { state: 'expired', watchOnAt: null }, T0 + patience + 1, 'never-begun'],
    [
      'work never ended, the occupier may watch',
      { state: 'expired', watchOnAt: null, watcherRequired: false },
      T0 + DAY,
      null,
    ],
    [
      'taken over by an extension',
      { state: 'closed', watchUntil: null, watchOnAt: null, closedAt: T0 },
      T0 + DAY,
      null,
    ],
    ['no end known', { watchUntil: null }, T0 + DAY, null],
    ['closed when it was over', { state: 'closed', closedAt: T0 }, T0 + DAY, null],
    ['closed 1 ms early', { state: 'closed', closedAt: T0 - 1 }, T0 + DAY, 'closed-early'],
    ['nobody there', { state: 'closed', closedAt: T0, watchOnAt: null }, T0 + DAY, 'no-watcher'],
    [
      'the occupier may watch',
      { state: 'closed', closedAt: T0, watchOnAt: null, watcherRequired: false },
      T0 + DAY,
      null,
    ],
  ] as const)('%s', (_, change, at, expected) =>
    expect(judgeWatch({ ...watch, ...change }, patience, at)).toBe(expected),
  );
});

describe('what a chip’s behaviour means', () => {
  it.each([
    ['tamper-open', 'chip-tampered', 'provisional'],
    ['digest-conflict', 'chip-tampered', 'confirmed'],
    ['lower-boot', 'chip-tampered', 'confirmed'],
    ['takeover', 'chip-tampered', 'provisional'],
    ['moved', 'chip-tampered', 'provisional'],
    ['mains-without-relay', 'modified-machine', 'provisional'],
    ['silent', 'chip-silent', 'provisional'],
    ['unreadable', 'chip-silent', 'provisional'],
    ['boot-jump', 'chip-tampered', 'provisional'],
    ['over-rating', 'modified-machine', 'provisional'],
    ['current-without-relay', 'modified-machine', 'provisional'],
  ] as const)('%s: %s, %s', (fault, kind, certainty) => expect(meaningOf(fault)).toEqual({ kind, certainty }));

  it('is known for every fault', () => expect(CHIP_FAULTS).toHaveLength(11));
});
