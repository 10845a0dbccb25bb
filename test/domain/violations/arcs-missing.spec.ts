import { arcHoursFell } from '../../../src/domain/violations/suspicions/arc-hours-fell';
import { workedWithoutArcs, type WorkedPermit } from '../../../src/domain/violations/suspicions/permit-without-arcs';
import { HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const chip = { boundAt: T0, unboundAt: null, heardAt: T0 + 2 * HOUR };
const worked: WorkedPermit = { startedAt: T0, finishedAt: T0 + 2 * HOUR, machines: [chip], arcSeen: false };
const rule = { afterHours: 72, leastMinutes: 30 };

describe('C23 a permit that was worked to its end without any arc is suspicious', () => {
  it.each<[string, Partial<WorkedPermit>, boolean]>([
    ['chip heard at the end, no arc', {}, true],
    ['an arc', { arcSeen: true }, false],
    ['half an hour', { finishedAt: T0 + 30 * MINUTE }, true],
    ['a ms less than half an hour', { finishedAt: T0 + 30 * MINUTE - 1 }, false],
    ['no machine named or used', { machines: [] }, false],
    ['one of two machines has no chip', { machines: [chip, { boundAt: null, unboundAt: null, heardAt: null }] }, false],
    ['bound a ms after the start', { machines: [{ ...chip, boundAt: T0 + 1 }] }, false],
    ['taken off at the end', { machines: [{ ...chip, unboundAt: T0 + 2 * HOUR }] }, true],
    ['taken off a ms before the end', { machines: [{ ...chip, unboundAt: T0 + 2 * HOUR - 1 }] }, false],
    ['never heard', { machines: [{ ...chip, heardAt: null }] }, false],
    ['not heard since the end', { machines: [{ ...chip, heardAt: T0 + 2 * HOUR - 1 }] }, false],
  ])('%s: %#', (_, change, expected) => expect(workedWithoutArcs({ ...worked, ...change }, rule)).toBe(expected));
});

describe('C23 arc hours that fell under a fifth of their own past are suspicious', () => {
  const fell = { days: 30, beforeDays: 90, percent: 20, leastHours: 20 };
  it.each([
    ['30 h in 90 days, then none', 30, 0, true],
    ['30 h in 90 days, then 2 h: a fifth', 30, 2, false],
    ['30 h in 90 days, then a little less', 30, 1.99, true],
    ['20 h before', 20, 0, true],
    ['less than 20 h before', 19.99, 0, false],
    ['as before', 30, 10, false],
    ['more than before', 30, 40, false],
  ])('%s', (_, before, recent, expected) => expect(arcHoursFell({ before, recent }, fell)).toBe(expected));
});
