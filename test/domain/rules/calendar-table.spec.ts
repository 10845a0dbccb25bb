import { isComplete, missingHolidays, tableFaults, type CalendarDay } from '../../../src/domain/rules/calendar-table';

const holiday = (day: string): CalendarDay => ({ day, kind: 'legal-holiday', name: '节日' });
const workday = (day: string): CalendarDay => ({ day, kind: 'adjusted-workday', name: '调休' });

const NOW = Date.parse('2026-11-24T08:00:00Z');
const faults = (year: number, old: CalendarDay[] | null, next: CalendarDay[], at = NOW): string[] =>
  tableFaults(year, old, next, at).map(({ index, code }) => `${index ?? '-'} ${code}`);

describe('a table must be one of its year', () => {
  it.each<[string, CalendarDay[], string[]]>([
    ['holidays and a working Saturday', [holiday('2027-01-01'), workday('2027-01-02')], []],
    ['nothing', [], []],
    ['another year', [holiday('2028-01-01')], ['0 calendar.other-year']],
    ['twice a day', [holiday('2027-01-01'), holiday('2027-01-01')], ['1 calendar.day-repeated']],
    ['a day that never is', [holiday('2027-02-29')], ['0 calendar.no-such-day']],
    ['a month that never is', [holiday('2027-13-01')], ['0 calendar.no-such-day']],
    ['a Friday made a working day', [workday('2027-01-01')], ['0 calendar.not-a-weekend']],
    ['a Sunday made one', [workday('2027-01-03')], []],
  ])('%s', (_, next, expected) => expect(faults(2027, null, next)).toEqual(expected));

  it('a leap day is a day', () => expect(faults(2028, null, [holiday('2028-02-29')])).toEqual([]));
});

describe('ahead of its year everything may change', () => {
  const old = [holiday('2027-01-01')];
  const newYear = Date.parse('2027-01-01T00:00:00+08:00');

  it('a day is taken out', () => expect(faults(2027, old, [])).toEqual([]));
  it('to the last millisecond of the old year', () => expect(faults(2027, old, [], newYear - 1)).toEqual([]));
  it('and not from the first of the new', () => {
    expect(faults(2027, old, [], newYear)).toEqual(['- calendar.day-missing']);
  });
});

describe('a year that has begun only gains days to come', () => {
  const old = [holiday('2026-10-01'), workday('2026-10-10')];

  it.each<[string, CalendarDay[], string[]]>([
    ['the same', old, []],
    ['the same in another order', [...old].reverse(), []],
    ['the same under another name', old.map((day) => ({ ...day, name: '国庆' })), []],
    ['tomorrow more', [...old, holiday('2026-11-25')], []],
    ['today more', [...old, holiday('2026-11-24')], ['2 calendar.day-is-past']],
    ['yesterday more', [...old, holiday('2026-11-23')], ['2 calendar.day-is-past']],
    ['a day less', [old[0]!], ['- calendar.day-missing']],
    ['a day of another kind', [old[0]!, { ...old[1]!, kind: 'rest-day' }], ['1 calendar.day-is-past']],
  ])('%s', (_, next, expected) => expect(faults(2026, old, next)).toEqual(expected));

  it('tomorrow begins at midnight in China', () => {
    const midnight = Date.parse('2026-11-25T00:00:00+08:00');
    const next = [...old, holiday('2026-11-25')];
    expect(faults(2026, old, next, midnight - 1)).toEqual([]);
    expect(faults(2026, old, next, midnight)).toEqual(['2 calendar.day-is-past']);
  });

  it('its first table may come late: nothing is changed by it', () => {
    expect(faults(2026, null, [holiday('2026-01-01')])).toEqual([]);
  });
});

describe('F8 a table that lacks holidays of the law is not believed', () => {
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];
  const spring = ['02-05', '02-06', '02-07'];
  const of = (year: number, days: string[]): CalendarDay[] => days.map((day) => holiday(`${year}-${day}`));

  it('all of them make the year known', () => {
    expect(missingHolidays(2027, of(2027, [...fixed, ...spring]))).toEqual({ days: [], spring: false });
    expect(isComplete(2027, of(2027, [...fixed, ...spring]))).toBe(true);
  });

  it.each(fixed)('without %s', (day) => {
    const table = of(2027, [...fixed.filter((one) => one !== day), ...spring]);
    expect(missingHolidays(2027, table)).toEqual({ days: [`2027-${day}`], spring: false });
    expect(isComplete(2027, table)).toBe(false);
  });

  it('an empty one lacks all', () => {
    expect(missingHolidays(2027, [])).toEqual({ days: fixed.map((day) => `2027-${day}`), spring: true });
  });

  it.each<[string, string[], boolean]>([
    ['the earliest days', ['01-21', '01-22', '01-23'], true],
    ['the latest days', ['02-19', '02-20', '02-21'], true],
    ['two days', ['02-06', '02-07'], false],
    ['one of three too early', ['01-20', '01-21', '01-22'], false],
    ['one of three too late', ['02-20', '02-21', '02-22'], false],
  ])('spring festival on %s', (_, days, complete) => {
    expect(isComplete(2027, of(2027, [...fixed, ...days]))).toBe(complete);
  });

  it('a holiday entered as a rest day or a working day is missing', () => {
    const others = of(2027, [...fixed.slice(1), ...spring]);
    expect(isComplete(2027, [...others, { ...holiday('2027-01-01'), kind: 'rest-day' }])).toBe(false);
    expect(isComplete(2027, [...others, workday('2027-01-01')])).toBe(false);
  });

  it('days of another year do not count', () => {
    expect(isComplete(2027, of(2026, [...fixed, ...spring]))).toBe(false);
  });

  it('2 May is a holiday of the law since 2025', () => {
    const before = [...fixed.filter((day) => day !== '05-02'), ...spring];
    expect([isComplete(2024, of(2024, before)), isComplete(2025, of(2025, before))]).toEqual([true, false]);
  });
});
