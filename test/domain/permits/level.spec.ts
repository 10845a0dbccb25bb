import { proposeLevel } from '../../../src/domain/permits/propose-level';
import { raiseLevel, type Surroundings } from '../../../src/domain/permits/raise-level';
import type { Calendar, DayKind } from '../../../src/domain/rules/calendar';
import { HOUR } from '../../../src/kernel/time';
import { china, rulesOf } from './permit-facts';

const day = (kind: DayKind): { kind: DayKind; name: string } => ({ kind, name: '测试' });
/** 2026 as published; 10 October 2026 is a Saturday that was made a working day, 1 October a holiday. */
const calendar: Calendar = {
  years: new Set([2026]),
  days: new Map([
    ['2026-10-01', day('legal-holiday')],
    ['2026-10-02', day('legal-holiday')],
    ['2026-10-10', day('adjusted-workday')],
    ['2026-10-08', day('rest-day')],
  ]),
};
const during = (from: string, to: string, more: Partial<Surroundings> = {}): Surroundings => ({
  plannedStart: china(from),
  plannedEnd: china(to),
  calendar,
  specialPeriods: [],
  ...more,
});
const period = (from: string, to: string) => ({
  id: 'S',
  name: '重点时段',
  regionCode: '41',
  from: china(from),
  to: china(to),
});

describe('raising a chemical permit', () => {
  const rules = rulesOf({ regime: 'chemical', level: 'second' });
  it.each<[string, Surroundings, string, string[]]>([
    ['a working day', during('2026-11-24 08:00', '2026-11-24 16:00'), 'second', []],
    ['a legal holiday', during('2026-10-01 08:00', '2026-10-01 16:00'), 'first', ['legal-holiday']],
    ['a Saturday', during('2026-11-28 08:00', '2026-11-28 16:00'), 'first', ['rest-day']],
    ['a Sunday', during('2026-11-29 08:00', '2026-11-29 16:00'), 'first', ['rest-day']],
    ['a working Saturday (调休)', during('2026-10-10 08:00', '2026-10-10 16:00'), 'second', []],
    ['a weekday made a day of rest', during('2026-10-08 08:00', '2026-10-08 16:00'), 'first', ['rest-day']],
    ['until the night begins', during('2026-11-24 14:00', '2026-11-24 22:00'), 'second', []],
    ['one minute into the night', during('2026-11-24 14:01', '2026-11-24 22:01'), 'first', ['night']],
    ['from the end of the night', during('2026-11-24 06:00', '2026-11-24 14:00'), 'second', []],
    ['one minute of the night before', during('2026-11-24 05:59', '2026-11-24 13:59'), 'first', ['night']],
    ['over midnight', during('2026-11-24 23:00', '2026-11-25 02:00'), 'first', ['night']],
    ['after midnight', during('2026-11-25 00:30', '2026-11-25 05:00'), 'first', ['night']],
    ['into a holiday', during('2026-09-30 20:00', '2026-10-01 00:01'), 'first', ['legal-holiday', 'night']],
    ['up to a holiday’s midnight', during('2026-09-30 20:00', '2026-10-01 00:00'), 'first', ['night']],
    ['three working days, by their first shift', during('2026-11-24 08:00', '2026-11-27 08:00'), 'second', []],
    ['from Friday to Monday, by its first shift', during('2026-11-27 08:00', '2026-11-30 08:00'), 'second', []],
    ['three days that begin on a Saturday', during('2026-11-28 08:00', '2026-12-01 08:00'), 'first', ['rest-day']],
    [
      'three days whose first shift reaches the night',
      during('2026-11-24 14:01', '2026-11-27 14:00'),
      'first',
      ['night'],
    ],
    ['three days whose first shift ends with the day', during('2026-11-24 14:00', '2026-11-27 14:00'), 'second', []],
    ['a shift of 8 h and a minute into the night', during('2026-11-24 14:00', '2026-11-24 22:01'), 'second', []],
    [
      'a special period',
      during('2026-11-24 08:00', '2026-11-24 16:00', {
        specialPeriods: [period('2026-11-24 15:59', '2026-11-26 00:00')],
      }),
      'first',
      ['special-period'],
    ],
    [
      'a special period that begins when it ends',
      during('2026-11-24 08:00', '2026-11-24 16:00', {
        specialPeriods: [period('2026-11-24 16:00', '2026-11-26 00:00')],
      }),
      'second',
      [],
    ],
    [
      'a special period that ends when it begins',
      during('2026-11-24 08:00', '2026-11-24 16:00', {
        specialPeriods: [period('2026-11-20 00:00', '2026-11-24 08:00')],
      }),
      'second',
      [],
    ],
    ['a year nobody has published', during('2031-11-25 08:00', '2031-11-25 16:00'), 'first', ['calendar-unknown']],
    ['into that year', during('2026-12-31 20:00', '2027-01-01 02:00'), 'first', ['calendar-unknown', 'night']],
    [
      'a leap day in a known year',
      during('2028-02-29 08:00', '2028-02-29 16:00', { calendar: { ...calendar, years: new Set([2028]) } }),
      'second',
      [],
    ],
  ])('%s', (_, surroundings, level, because) => {
    const raised = raiseLevel('second', surroundings, rules);
    expect(raised.level).toBe(level);
    expect([...raised.raisedBecause].sort()).toEqual([...because].sort());
  });

  it('one millisecond of night is night', () => {
    const at = china('2026-11-24 22:00');
    const until = (plannedEnd: number) =>
      raiseLevel('second', { ...during('2026-11-24 20:00', '2026-11-24 22:00'), plannedEnd }, rules).level;
    expect([until(at - 1), until(at), until(at + 1)]).toEqual(['second', 'second', 'first']);
  });

  it.each([
    ['second', 'first'],
    ['first', 'special'],
    ['special', 'special'],
  ])('%s becomes %s, never more than the strictest', (proposed, level) => {
    expect(raiseLevel(proposed, during('2026-10-01 08:00', '2026-10-01 16:00'), rules)).toEqual({
      level,
      raisedBecause: level === proposed ? [] : ['legal-holiday'],
    });
  });
});

describe('raising the other regimes', () => {
  const HOLIDAY_NIGHT = during('2026-10-01 20:00', '2026-10-01 23:30');
  it.each([
    ['general', 'ordinary', 'raised'],
    ['construction', 'third', 'second'],
    ['small', 'one', 'raised'],
  ])('%s: not by holidays or nights, by special periods', (regime, level, raised) => {
    const rules = rulesOf({ regime, level });
    expect(raiseLevel(level, HOLIDAY_NIGHT, rules)).toEqual({ level, raisedBecause: [] });
    const special = { ...HOLIDAY_NIGHT, specialPeriods: [period('2026-10-01 00:00', '2026-10-08 00:00')] };
    expect(raiseLevel(level, special, rules).level).toBe(raised);
    const unknownYear = during('2031-11-25 08:00', '2031-11-25 12:00');
    expect(raiseLevel(level, unknownYear, rules).level).toBe(level);
  });

  it('the hours of a night that does not cross midnight', () => {
    const night = { from: '01:00', to: '04:00' };
    const rules = {
      levels: ['a', 'b'],
      raiseOn: ['night'] as const,
      night,
      withLevel: () => ({ longestMs: 24 * HOUR }),
    };
    expect(raiseLevel('b', during('2026-11-24 20:00', '2026-11-25 01:00'), rules).level).toBe('b');
    expect(raiseLevel('b', during('2026-11-24 20:00', '2026-11-25 01:01'), rules).level).toBe('a');
    expect(raiseLevel('b', during('2026-11-24 04:00', '2026-11-25 01:00'), rules).level).toBe('b');
  });

  it('over 100 hours, where the stricter level may last as long', () => {
    const rules = {
      levels: ['a', 'b'],
      raiseOn: ['night', 'rest-day'] as const,
      night: { from: '22:00', to: '06:00' },
    };
    const most = { withLevel: () => ({ longestMs: 100 * HOUR }) };
    const around = {
      ...during('2026-11-23 08:00', '2026-11-23 09:00'),
      plannedEnd: china('2026-11-23 08:00') + 100 * HOUR,
    };
    expect(raiseLevel('b', around, { ...rules, ...most }).raisedBecause).toEqual(['night']);
  });
});

describe('the level that the answers propose', () => {
  const rules = rulesOf({ regime: 'chemical', level: '' });
  const yes = (...codes: string[]) => codes.map((code) => ({ code, yes: true }));
  it.each<[string, string | null, { code: string; yes: boolean }[], ReturnType<typeof proposeLevel>]>([
    ['nothing answered', null, [], { level: 'second' }],
    ['all no', null, [{ code: 'running-equipment', yes: false }], { level: 'second' }],
    ['a pipe rack', null, yes('pipe-rack'), { level: 'first' }],
    ['the strictest counts', null, yes('pipe-rack', 'running-equipment', 'hazardous-place'), { level: 'special' }],
    ['asked for the same', 'first', yes('pipe-rack'), { level: 'first' }],
    ['asked for a stricter one', 'special', yes('pipe-rack'), { level: 'special' }],
    ['asked for a weaker one', 'second', yes('pipe-rack'), { fault: 'permit.level-below-proposed', least: 'first' }],
    ['an unknown level', 'third', [], { fault: 'permit.level-unknown' }],
    ['an unknown question', null, yes('nonsense'), { fault: 'permit.question-unknown' }],
  ])('%s', (_, asked, answers, expected) => {
    expect(proposeLevel(asked, answers, [], rules)).toEqual(expected);
  });

  it.each([
    ['construction', 'no-fire-area', 'first'],
    ['construction', 'some-danger', 'second'],
    ['general', 'public-present', 'raised'],
  ])('%s: %s → %s', (regime, code, level) => {
    expect(proposeLevel(null, yes(code), [], rulesOf({ regime, level: '' }))).toEqual({ level });
  });

  it('a regime without questions takes its weakest level', () => {
    expect(proposeLevel(null, [], [], rulesOf({ regime: 'small', level: '' }))).toEqual({ level: 'one' });
  });
});
