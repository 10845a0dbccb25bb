import * as fc from 'fast-check';
import { firstWithin, nextBegin, touchesHours, withinHours, type DayHours } from '../../../src/kernel/day-hours';
import { DAY, HOUR, MINUTE, type Instant, type Period } from '../../../src/kernel/time';

/** 24 November 2026 in China, `HH:mm`, some days and milliseconds later. */
const at = (clock: string, days = 0, ms = 0): Instant => Date.parse(`2026-11-24T${clock}:00+08:00`) + days * DAY + ms;

const NIGHT: DayHours = { from: '22:00', to: '06:00' };
const OPEN: DayHours = { from: '08:00', to: '18:00' };
const NEVER: DayHours = { from: '12:00', to: '12:00' };

describe('a moment within hours of the day', () => {
  it.each<[string, DayHours, Instant, boolean]>([
    ['a millisecond before they begin', OPEN, at('08:00', 0, -1), false],
    ['as they begin', OPEN, at('08:00'), true],
    ['in their last millisecond', OPEN, at('18:00', 0, -1), true],
    ['as they end', OPEN, at('18:00'), false],
    ['a millisecond before the night', NIGHT, at('22:00', 0, -1), false],
    ['as the night begins', NIGHT, at('22:00'), true],
    ['past midnight', NIGHT, at('00:00'), true],
    ['in the last millisecond of the night', NIGHT, at('06:00', 0, -1), true],
    ['as the night ends', NIGHT, at('06:00'), false],
    ['hours without length', NEVER, at('12:00'), false],
  ])('%s', (_, hours, when, expected) => expect(withinHours(hours, when)).toBe(expected));

  it.each<[string, Instant, Instant]>([
    ['a millisecond before', at('22:00', 0, -1), at('22:00')],
    ['at that moment', at('22:00'), at('22:00')],
    ['a millisecond after', at('22:00', 0, 1), at('22:00', 1)],
  ])('when the night begins next, asked %s', (_, when, expected) => expect(nextBegin(NIGHT, when)).toBe(expected));
});

describe('a period and hours of the day', () => {
  const period = (from: Instant, to: Instant): Period => ({ from, to });
  it.each<[string, DayHours, Period, Period | null]>([
    ['up to their beginning', OPEN, period(at('06:00'), at('08:00')), null],
    ['a millisecond into them', OPEN, period(at('06:00'), at('08:00', 0, 1)), period(at('08:00'), at('08:00', 0, 1))],
    ['from their end on', OPEN, period(at('18:00'), at('20:00')), null],
    ['their last millisecond', OPEN, period(at('18:00', 0, -1), at('20:00')), period(at('18:00', 0, -1), at('18:00'))],
    ['within them', OPEN, period(at('09:00'), at('10:00')), period(at('09:00'), at('10:00'))],
    ['into the next day’s', OPEN, period(at('19:00'), at('12:00', 1)), period(at('08:00', 1), at('12:00', 1))],
    ['over days, the first part', OPEN, period(at('10:00'), at('10:00', 3)), period(at('10:00'), at('18:00'))],
    ['the night of the day before', NIGHT, period(at('05:00'), at('09:00')), period(at('05:00'), at('06:00'))],
    ['between two nights', NIGHT, period(at('06:00'), at('22:00')), null],
    ['over midnight', NIGHT, period(at('23:00'), at('01:00', 1)), period(at('23:00'), at('01:00', 1))],
  ])('%s', (_, hours, asked, expected) => {
    expect(firstWithin(asked, hours)).toEqual(expected);
    expect(touchesHours(asked, hours)).toBe(expected !== null);
  });

  it('hours without length hold no part of a period, yet a period may touch them', () => {
    expect(firstWithin(period(at('10:00'), at('14:00')), NEVER)).toBeNull();
    expect(touchesHours(period(at('10:00'), at('14:00')), NEVER)).toBe(true);
    expect(touchesHours(period(at('12:00'), at('14:00')), NEVER)).toBe(false);
  });

  it('a moment lies within hours when its millisecond touches them', () => {
    const clock = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((n) => new Date(n * MINUTE).toISOString().slice(11, 16));
    const hours = fc.record({ from: clock, to: clock });
    const edge = fc.integer({ min: 0, max: 2 * 24 * 60 }).map((n) => at('00:00') + n * MINUTE);
    const near = fc.constantFrom(-1, 0, 1, 7 * HOUR + 1);
    fc.assert(
      fc.property(hours, edge, near, (one, minute, offset) => {
        const when = minute + offset;
        expect(withinHours(one, when)).toBe(touchesHours(period(when, when + 1), one));
      }),
      { numRuns: 2_000 },
    );
  });
});
