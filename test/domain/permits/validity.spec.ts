import { lengthFaults, timeFaults } from '../../../src/domain/permits/validity';
import { effectiveState } from '../../../src/domain/permits/effective-state';
import { PERMIT_STATES } from '../../../src/domain/permits/permit';
import { HOUR, MINUTE } from '../../../src/kernel/time';
import { china, permit, rulesOf, T0 } from './permit-facts';

const codes = (from: number, to: number, regime = 'general', level = 'ordinary', at = T0): string[] =>
  timeFaults({ plannedStart: from, plannedEnd: to }, rulesOf({ regime, level }), at).map(({ code }) => code);

describe('how long a permit holds', () => {
  it.each([
    ['small', 'one', 4],
    ['general', 'ordinary', 8],
    ['general', 'raised', 8],
    ['chemical', 'special', 8],
    ['chemical', 'first', 8],
    ['chemical', 'second', 72],
  ])('%s %s: %d h, not a millisecond more', (regime, level, hours) => {
    const length = hours * HOUR;
    expect(codes(T0, T0 + length - 1, regime, level)).toEqual([]);
    expect(codes(T0, T0 + length, regime, level)).toEqual([]);
    expect(codes(T0, T0 + length + 1, regime, level)).toEqual(['permit.too-long']);
  });

  it.each([
    ['within its day', '2026-11-25 08:00', '2026-11-25 18:00', []],
    ['to midnight in China', '2026-11-25 08:00', '2026-11-26 00:00', []],
    ['a minute past midnight', '2026-11-25 08:00', '2026-11-26 00:01', ['permit.not-same-day']],
    ['the whole day', '2026-11-25 00:00', '2026-11-26 00:00', []],
    ['29 February', '2028-02-29 08:00', '2028-02-29 20:00', []],
    ['from 29 February into March', '2028-02-29 20:00', '2028-03-01 02:00', ['permit.not-same-day']],
    ['over midnight in Greenwich, not in China', '2026-11-25 06:00', '2026-11-25 10:00', []],
  ])('construction, valid on its day: %s', (_, from, to, expected) => {
    for (const level of ['first', 'second', 'third'])
      expect(codes(china(from), china(to), 'construction', level)).toEqual(expected);
  });

  it('other regimes may cross midnight', () => {
    expect(codes(china('2026-11-25 20:00'), china('2026-11-26 02:00'))).toEqual([]);
  });

  it('the length is asked again at the raised level', () => {
    const time = { plannedStart: T0, plannedEnd: T0 + 60 * HOUR };
    expect(lengthFaults(time, rulesOf({ regime: 'chemical', level: 'second' }))).toEqual([]);
    expect(lengthFaults(time, rulesOf({ regime: 'chemical', level: 'first' }))).toMatchObject([
      { code: 'permit.too-long', params: { hours: 8 } },
    ]);
  });
});

describe('times that cannot be', () => {
  it.each<[string, number, number, string[]]>([
    ['ten minutes ago', T0 - 10 * MINUTE, T0 + HOUR, []],
    ['a millisecond more', T0 - 10 * MINUTE - 1, T0 + HOUR, ['permit.start-past']],
    ['a millisecond less', T0 - 10 * MINUTE + 1, T0 + HOUR, []],
    ['ended now', T0 - MINUTE, T0, ['permit.end-past']],
    ['ends in a millisecond', T0 - MINUTE, T0 + 1, []],
    ['no length', T0 + HOUR, T0 + HOUR, ['permit.times-reversed']],
    ['reversed', T0 + HOUR, T0, ['permit.times-reversed']],
    ['all of it long ago', T0 - 20 * HOUR, T0 - 19 * HOUR, ['permit.end-past']],
  ])('%s', (_, from, to, expected) => {
    expect(codes(from, to).sort()).toEqual(expected.sort());
  });
});

describe('a permit ends by time, whether or not a timer ran', () => {
  const ENDS = ['submitted', 'approved', 'issued', 'active', 'suspended'];
  it.each(PERMIT_STATES)('%s', (state) => {
    const { plannedEnd } = permit();
    const at = (moment: number) => effectiveState({ state, plannedEnd }, moment);
    expect(at(plannedEnd - 1)).toBe(state);
    expect(at(plannedEnd)).toBe(ENDS.includes(state) ? 'expired' : state);
    expect(at(plannedEnd + 1)).toBe(ENDS.includes(state) ? 'expired' : state);
  });
});
