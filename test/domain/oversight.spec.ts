import { isRepeat, looksBack, monthsBefore } from '../../src/domain/oversight/repeat-offender';

describe('屡犯: confirmed findings within so many months', () => {
  it.each([
    ['a year', '2026-11-28T10:00:00+08:00', 12, '2025-11-28T10:00:00+08:00'],
    ['three months, over the new year', '2026-02-10T00:00:00+08:00', 3, '2025-11-10T00:00:00+08:00'],
    ['the 31st, to a shorter month', '2026-05-31T23:59:59+08:00', 3, '2026-02-28T23:59:59+08:00'],
    ['a leap day', '2028-02-29T12:00:00+08:00', 12, '2027-02-28T12:00:00+08:00'],
    ['a day that has begun in China only', '2026-11-30T00:30:00+08:00', 1, '2026-10-30T00:30:00+08:00'],
  ])('%s', (_, at, months, expected) => expect(monthsBefore(Date.parse(at), months)).toBe(Date.parse(expected)));

  it.each([
    [2, false],
    [3, true],
    [4, true],
  ])('%i of 3', (confirmed, expected) => expect(isRepeat(confirmed, { times: 3, months: 12 })).toBe(expected));
});

describe('一案双查', () => {
  it.each([
    [1, false, false],
    [2, false, false],
    [3, false, true],
    [1, true, true],
  ])('severity %i, major hazard %s: %s', (severity, majorHazard, expected) =>
    expect(looksBack({ severity, majorHazard })).toBe(expected),
  );
});
