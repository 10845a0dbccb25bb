import {
  closingFault,
  gapSince,
  latestEnd,
  openFault,
  outageFault,
  type Outage,
} from '../../../src/domain/outages/outage';
import { judgePaper } from '../../../src/domain/outages/paper-entry';
import { paperNumber, readPaperNumber } from '../../../src/domain/outages/paper-number';
import { HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const outage: Outage = {
  id: 'O1',
  source: 'declared',
  regionCode: '411003',
  from: T0,
  to: T0 + 4 * HOUR,
  open: false,
  reason: '停电',
};
type Entry = Parameters<typeof judgePaper>[0];
const entry: Entry = {
  from: T0 + HOUR,
  to: T0 + 2 * HOUR,
  holder: { enterpriseId: 'E1', regionCode: '411003101' },
  block: { id: 'B1', regionCode: '411003', enterpriseId: 'E1' },
  outages: [outage],
  entryHours: 48,
};
const END = outage.to + 48 * HOUR;
const ofTown = (regionCode: string): Entry['block'] => ({ id: 'B2', regionCode, enterpriseId: null });

describe('a paper permit that is entered afterwards', () => {
  it.each<[string, Partial<Entry>, number, string]>([
    ['inside the outage', {}, outage.to, 'O1'],
    ['exactly the outage', { from: outage.from, to: outage.to }, outage.to, 'O1'],
    ['while the outage goes on', {}, T0 + 2 * HOUR, 'O1'],
    ['before its work is over', {}, T0 + 2 * HOUR - 1, 'paper.not-over'],
    ['begun 1 ms before', { from: outage.from - 1 }, outage.to, 'paper.outside-outage'],
    ['ended 1 ms after', { to: outage.to + 1 }, END, 'paper.outside-outage'],
    ['without an outage', { outages: [] }, outage.to, 'paper.outside-outage'],
    [
      'in an outage of another county',
      { outages: [{ ...outage, regionCode: '411002' }] },
      outage.to,
      'paper.outside-outage',
    ],
    ['in an outage of the whole country', { outages: [{ ...outage, regionCode: '' }] }, outage.to, 'O1'],
    [
      'across two outages',
      {
        outages: [
          { ...outage, to: T0 + 90 * MINUTE },
          { ...outage, from: T0 + 90 * MINUTE },
        ],
      },
      outage.to,
      'paper.outside-outage',
    ],
    ['48 h after its end', {}, END, 'O1'],
    ['1 ms later', {}, END + 1, 'paper.too-late'],
    [
      'late for one outage, in time for another',
      { outages: [outage, { ...outage, id: 'O2', to: outage.to + HOUR }] },
      END + 1,
      'O2',
    ],
    ['a number nobody issued', { block: null }, outage.to, 'paper.number-unknown'],
    [
      'another enterprise’s number',
      { holder: { enterpriseId: 'E2', regionCode: '411003101' } },
      outage.to,
      'paper.number-not-yours',
    ],
    [
      'a self-employed welder with an enterprise’s number',
      { holder: { enterpriseId: null, regionCode: '411003101' } },
      outage.to,
      'paper.number-not-yours',
    ],
    ['the town’s number', { block: ofTown('411003101') }, outage.to, 'O1'],
    ['another town’s number', { block: ofTown('411003102') }, outage.to, 'paper.number-not-yours'],
    ['ended before it began', { to: entry.from }, outage.to, 'paper.ends-before-start'],
  ])('%s', (_, change, at, expected) => {
    // prettier-ignore
    const judged = judgePaper({ ...entry, ...change }, at);
    expect(typeof judged === 'string' ? judged : judged.id).toBe(expected);
  });
});

describe('an outage', () => {
  const limits = { longestHours: 72, entryHours: 48 };
  it.each([
    ['declared while it goes on', outage, T0 + HOUR, null],
    ['declared ahead', outage, T0 - HOUR, null],
    ['declared as long after as paper could be entered', outage, END, null],
    ['later', outage, END + 1, 'outage.over-too-long'],
    ['of no length', { ...outage, to: T0 }, T0, 'outage.ends-before-start'],
    ['of 72 h', { ...outage, to: T0 + 72 * HOUR }, T0, null],
    ['longer', { ...outage, to: T0 + 72 * HOUR + 1 }, T0, 'outage.too-long'],
  ])('%s', (_, asked, at, fault) => expect(outageFault(asked, limits, at)).toBe(fault));

  it.each([
    ['that began just now', T0, null],
    ['that has not begun', T0 + 1, 'outage.not-begun'],
    ['that began less than 72 h ago', T0 - 72 * HOUR + 1, null],
    ['that would be over by itself', T0 - 72 * HOUR, 'outage.too-long'],
  ])('that goes on, %s', (_, from, fault) => expect(openFault(from, 72, T0)).toBe(fault));

  const running = { open: true, from: T0, to: latestEnd(T0, 72) };
  it.each([
    ['now', running, { end: T0 + HOUR, lastPaper: null }, T0 + HOUR, null],
    ['one ms ahead', running, { end: T0 + HOUR + 1, lastPaper: null }, T0 + HOUR, 'outage.ends-in-future'],
    ['as it began', running, { end: T0, lastPaper: null }, T0 + HOUR, 'outage.ends-before-start'],
    ['as the last paper ended', running, { end: T0 + 10, lastPaper: T0 + 10 }, T0 + HOUR, null],
    ['before the last paper ended', running, { end: T0 + 10, lastPaper: T0 + 11 }, T0 + HOUR, 'outage.paper-after-end'],
    ['that ended by itself', running, { end: T0 + HOUR, lastPaper: null }, T0 + 72 * HOUR, 'outage.closed-before'],
    ['that has an end', outage, { end: T0 + HOUR, lastPaper: null }, T0 + 2 * HOUR, 'outage.closed-before'],
  ])('is closed %s', (_, one, asked, at, fault) => expect(closingFault(one, asked, at)).toBe(fault));

  it('is recorded from the last sign of life to the next, where the gap is long enough', () => {
    expect(gapSince(null, T0, 5 * MINUTE)).toBeNull();
    expect(gapSince(T0 - 5 * MINUTE + 1, T0, 5 * MINUTE)).toBeNull();
    expect(gapSince(T0 - 5 * MINUTE, T0, 5 * MINUTE)).toEqual({ from: T0 - 5 * MINUTE, to: T0 });
    expect(gapSince(T0 + MINUTE, T0, 5 * MINUTE)).toBeNull();
  });
});

it.each([
  ['ZP-000123', 123],
  ['zp000123', 123],
  ['ZP 123', 123],
  ['123', 123],
  ['https://hanan.example/m/paper?number=ZP-000123', 123],
  ['ZP-1234567', 1_234_567],
  ['ZP-000000', null],
  ['', null],
  ['ABC-12', null],
  ['ZP-9999999999', null],
  ['-5', null],
])('the number %s', (typed, serial) => expect(readPaperNumber(typed)).toBe(serial));

it('a number is printed as it is read', () => {
  for (const serial of [1, 999_999, 1_000_000, 123_456_789]) expect(readPaperNumber(paperNumber(serial))).toBe(serial);
});
