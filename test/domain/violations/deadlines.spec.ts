import { CLOCK_TOLERANCE_MS, dueAfter, foundWhen } from '../../../src/domain/violations/deadlines';
import { nextLevel, reminderDue, type EscalationLevel } from '../../../src/domain/violations/escalation';
import { DAY, HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');

describe('when something was found, as a phone says', () => {
  it.each([
    ['not said', null, T0],
    ['long ago, without network', T0 - 3 * DAY, T0 - 3 * DAY],
    ['now', T0, T0],
    ['1 ms ahead, a fast clock', T0 + 1, T0],
    ['as fast as a clock may be', T0 + CLOCK_TOLERANCE_MS, T0],
    ['1 ms more', T0 + CLOCK_TOLERANCE_MS + 1, null],
  ])('%s', (_, told, expected) => expect(foundWhen(told, T0)).toBe(expected));

  it('a clock may be five minutes fast', () => expect(CLOCK_TOLERANCE_MS).toBe(5 * MINUTE));
});

describe('until when it has to be put right', () => {
  const days = { alert: 3, hazard: 7, offence: 15 };
  it.each([
    ['alert', 3],
    ['hazard', 7],
    ['offence', 15],
  ] as const)('%s: %i days', (grade, expected) => expect(dueAfter(grade, days, T0)).toBe(T0 + expected * DAY));
});

describe('escalation: grid at the due date, town a day later, county after three', () => {
  const days = { grid: 0, town: 1, county: 3 };
  it.each([
    ['at the due date', null, 0, null],
    ['1 ms after', null, 1, 'grid'],
    ['grid told, one day', 'grid', DAY, null],
    ['grid told, 1 ms more', 'grid', DAY + 1, 'town'],
    ['town told, three days', 'town', 3 * DAY, null],
    ['town told, 1 ms more', 'town', 3 * DAY + 1, 'county'],
    ['county told, a year', 'county', 365 * DAY, null],
    ['nobody told for a week: the levels are not skipped', null, 7 * DAY, 'grid'],
  ] as const)('%s', (_, told: EscalationLevel | null, late, expected) =>
    expect(nextLevel(T0, told, days, T0 + late)).toBe(expected),
  );
});

describe('a reminder before the due date (rule supervision.reminder-days: 3 and 1)', () => {
  const due = T0 + 10 * DAY;
  it.each([
    ['3 days and a millisecond before', null, due - 3 * DAY - 1, null],
    ['3 days before', null, due - 3 * DAY, due - 3 * DAY],
    ['told at 3 days, 2 days before', due - 3 * DAY, due - 2 * DAY, null],
    ['told at 3 days, a day and a millisecond before', due - 3 * DAY, due - DAY - 1, null],
    ['told at 3 days, a day before', due - 3 * DAY, due - DAY, due - DAY],
    ['never told, an hour before: one reminder, not two', null, due - HOUR, due - DAY],
    ['told an hour ago', due - 2 * HOUR, due - HOUR, null],
    ['told for an earlier date', due - 9 * DAY, due - 3 * DAY, due - 3 * DAY],
    ['at the date: that is not a reminder any more', null, due, null],
  ] as const)('%s', (_, remindedAt, at, expected) => expect(reminderDue(due, remindedAt, [3, 1], at)).toBe(expected));

  it('no days, no reminder', () => expect(reminderDue(due, null, [], due - 1)).toBeNull());
});

describe('the city is told after the county (网格→乡镇→区县→市)', () => {
  it.each([
    ['on the day', 7 * DAY, null],
    ['a millisecond later', 7 * DAY + 1, 'city'],
  ] as const)('%s', (_, late, expected) =>
    expect(nextLevel(T0, 'county', { grid: 0, town: 1, county: 3, city: 7 }, T0 + late)).toBe(expected),
  );
  it('never, where a rule is from before', () =>
    expect(nextLevel(T0, 'county', { grid: 0, town: 1, county: 3 }, T0 + 100 * DAY)).toBeNull());
});
