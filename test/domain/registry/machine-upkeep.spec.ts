import { checkFault, goodUntil, monthsAfter, repairFault } from '../../../src/domain/registry/machine-upkeep';

const TODAY = '2026-11-28';
const passed = (checkedOn: string, nextDueOn: string | null) => ({ checkedOn, result: 'passed' as const, nextDueOn });
const failed = (checkedOn: string, nextDueOn: string | null = null) => ({ checkedOn, result: 'failed' as const, nextDueOn }); // prettier-ignore

describe('a safety check of a machine', () => {
  it.each([
    ['today, for a year', passed(TODAY, '2027-11-28'), null],
    ['today, for a day longer', passed(TODAY, '2027-11-29'), 'machine-check.next-too-late'],
    ['on a leap day, to the last of February', passed('2024-02-29', '2025-02-28'), null],
    ['on a leap day, a day longer', passed('2024-02-29', '2025-03-01'), 'machine-check.next-too-late'],
    ['tomorrow', passed('2026-11-29', '2027-11-29'), 'machine-check.in-future'],
    ['passed, without an end', passed(TODAY, null), 'machine-check.next-missing'],
    ['passed, for no day', passed(TODAY, TODAY), 'machine-check.next-too-early'],
    ['passed, for one day', passed(TODAY, '2026-11-29'), null],
    ['failed', failed(TODAY), null],
    ['failed, with an end', failed(TODAY, '2027-01-01'), 'machine-check.next-of-failed'],
  ])('%s', (_, check, expected) => expect(checkFault(check, TODAY, 12)).toBe(expected));

  it.each([
    ['passed', passed(TODAY, '2027-05-01'), '2027-05-01'],
    ['failed: good for no day from that one on', failed('2026-03-01'), '2026-02-28'],
  ])('%s', (_, check, expected) => expect(goodUntil(check)).toBe(expected));

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-05-31', 9, '2027-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
    ['2026-10-31', 60, '2031-10-31'],
  ])('%s and %s months are %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected));
});

describe('a repair', () => {
  it.each([
    ['goes on', TODAY, null, null],
    ['done on its day', TODAY, TODAY, null],
    ['begins tomorrow', '2026-11-29', null, 'machine-repair.in-future'],
    ['ends tomorrow', TODAY, '2026-11-29', 'machine-repair.in-future'],
    ['ends before it began', TODAY, '2026-11-27', 'machine-repair.ends-before-start'],
  ])('%s', (_, startedOn, endedOn, expected) => expect(repairFault({ startedOn, endedOn }, TODAY)).toBe(expected));
});
