import {
  lastComplete,
  periodAround,
  periodBefore,
  periodLastYear,
  periodNamed,
  readyAt,
} from '../../../src/domain/reports/report-period';
import { shanghaiDate } from '../../../src/kernel/time';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the period of a report', () => {
  it.each([
    ['2026-11-23T00:00:00', '2026-W48'],
    ['2026-11-29T23:59:59.999', '2026-W48'],
    ['2026-11-22T23:59:59.999', '2026-W47'],
    ['2026-12-31T12:00:00', '2026-W53'],
    ['2027-01-03T12:00:00', '2026-W53'],
    ['2027-01-04T00:00:00', '2027-W01'],
    ['2024-12-30T00:00:00', '2025-W01'],
  ])('%s lies in %s', (time, week) => {
    const period = periodAround('weekly', at(time));
    expect(period.name).toBe(week);
    expect(period.from <= at(time) && at(time) < period.to).toBe(true);
    expect(periodNamed('weekly', week)).toEqual(period);
  });

  it.each([
    ['2026-02', '2026-02-01', '2026-03-01'],
    ['2024-02', '2024-02-01', '2024-03-01'],
    ['2026-12', '2026-12-01', '2027-01-01'],
  ])('the month %s goes from %s to %s', (name, from, to) => {
    const period = periodNamed('monthly', name)!;
    expect([shanghaiDate(period.from), shanghaiDate(period.to)]).toEqual([from, to]);
  });

  it.each([
    ['weekly', '2025-W53'], ['weekly', '2026-W54'], ['weekly', '2026-W00'], ['weekly', '2026-11'], ['weekly', '2026-W5'],
    ['monthly', '2026-13'], ['monthly', '2026-00'], ['monthly', '2026-W48'], ['monthly', ''],
  ] as const)('there is no %s %s', (kind, name) => expect(periodNamed(kind, name)).toBeUndefined()); // prettier-ignore

  it.each([
    ['weekly', '2026-W48', '2026-W47', '2025-W48'],
    ['weekly', '2027-W01', '2026-W53', '2026-W01'],
    ['weekly', '2026-W53', '2026-W52', '2025-W52'],
    ['monthly', '2026-01', '2025-12', '2025-01'],
  ] as const)('%s %s is held against %s and %s', (kind, name, before, lastYear) => {
    const period = periodNamed(kind, name)!;
    expect([periodBefore(period).name, periodLastYear(period).name]).toEqual([before, lastYear]);
  });

  it('is handed in when it is over', () => {
    expect(lastComplete('weekly', at('2026-11-30T00:00:00')).name).toBe('2026-W48');
    expect(lastComplete('weekly', at('2026-11-29T23:59:59')).name).toBe('2026-W47');
    expect(readyAt(periodNamed('weekly', '2026-W48')!)).toBe(at('2026-11-30T06:00:00'));
    expect(lastComplete('monthly', at('2026-12-01T00:00:00')).name).toBe('2026-11');
  });
});
