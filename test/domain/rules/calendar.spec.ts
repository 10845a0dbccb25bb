import {
  beginningOf,
  LONGEST_PERIOD,
  periodFault,
  standingOf,
  type Calendar,
} from '../../../src/domain/rules/calendar';
import { MINUTE } from '../../../src/kernel/time';

const calendar: Calendar = {
  years: new Set([2026, 2027]),
  days: new Map([
    ['2026-10-01', { kind: 'legal-holiday', name: '国庆节' }],
    ['2026-10-10', { kind: 'adjusted-workday', name: '国庆节' }],
    ['2026-12-28', { kind: 'rest-day', name: '厂休' }],
  ]),
};
const standing = (time: string, offset = 0): string => standingOf(calendar, Date.parse(time) + offset);

describe('what a day is for raising a level', () => {
  it.each([
    ['a holiday’s midnight in China', '2026-10-01T00:00:00+08:00', 0, 'legal-holiday'],
    ['a millisecond before it', '2026-10-01T00:00:00+08:00', -1, 'workday'],
    ['its last millisecond', '2026-10-02T00:00:00+08:00', -1, 'legal-holiday'],
    ['the next midnight', '2026-10-02T00:00:00+08:00', 0, 'workday'],
    ['a Saturday made a working day', '2026-10-10T12:00:00+08:00', 0, 'workday'],
    ['an ordinary Saturday', '2026-10-17T00:00:00+08:00', 0, 'rest-day'],
    ['the Friday before, to the millisecond', '2026-10-17T00:00:00+08:00', -1, 'workday'],
    ['an ordinary Sunday', '2026-10-18T23:59:59+08:00', 0, 'rest-day'],
    ['a Monday that a table closes', '2026-12-28T12:00:00+08:00', 0, 'rest-day'],
    ['a leap day', '2028-02-29T12:00:00+08:00', 0, 'unknown'],
    ['the last moment of the last known year', '2028-01-01T00:00:00+08:00', -1, 'workday'],
    ['the first of an unknown one', '2028-01-01T00:00:00+08:00', 0, 'unknown'],
    ['a moment before the first known year', '2026-01-01T00:00:00+08:00', -1, 'unknown'],
    ['New Year in China, still the old year in UTC', '2026-01-01T00:00:00+08:00', 0, 'workday'],
  ])('%s', (_, time, offset, expected) => expect(standing(time, offset)).toBe(expected));
});

describe('a special period', () => {
  const NOW = Date.parse('2026-11-24T08:00:00Z');

  it.each([
    ['may begin now', 0, MINUTE, null],
    ['not a millisecond earlier', -1, MINUTE, 'period.in-the-past'],
    ['lasts a millisecond at least', 0, 1, null],
    ['not nothing', 0, 0, 'period.dates-reversed'],
    ['nor less', 10, 9, 'period.dates-reversed'],
    ['lasts a year at most', 5, 5 + LONGEST_PERIOD, null],
    ['not a millisecond more', 5, 6 + LONGEST_PERIOD, 'period.too-long'],
  ])('%s', (_, from, to, expected) => {
    expect(periodFault({ from: NOW + from, to: NOW + to }, NOW)?.code ?? null).toBe(expected);
  });

  it.each([
    ['nothing said', null, 0],
    ['now', 0, 0],
    ['a moment ago', -1, 0],
    ['a minute ago', -MINUTE, 0],
    ['longer ago', -MINUTE - 1, -MINUTE - 1],
    ['later', 1, 1],
  ])('begins as told: %s', (_, told, expected) => {
    expect(beginningOf(told === null ? null : NOW + told, NOW)).toBe(NOW + expected);
  });
});
