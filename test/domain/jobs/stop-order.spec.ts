import { decidedAs, standingAt, stopOrder, type StopOrder } from '../../../src/domain/jobs/stop-order';
import { HOUR } from '../../../src/kernel/time';
import { seededBook } from '../rules/seeded-book';

const T0 = Date.parse('2026-12-01T02:00:00Z');
const DUE = T0 + 24 * HOUR;
const provisional: StopOrder = { standing: 'provisional', dueAt: DUE };

describe('D31 an inspector’s stop waits for the regulator', () => {
  it.each([
    ['inspector', { standing: 'provisional', dueAt: DUE }],
    ['regulator', { standing: 'confirmed', dueAt: null }],
    ['admin', { standing: 'confirmed', dueAt: null }],
  ])('ordered by the %s', (role, expected) => {
    expect(stopOrder([role], '411003', seededBook, T0)).toEqual(expected);
  });

  it.each([
    ['one ms before its time', DUE - 1, 'provisional', 'confirmed', 'lifted'],
    ['at its time', DUE, 'lapsed', null, null],
    ['one ms later', DUE + 1, 'lapsed', null, null],
  ])('%s it is %s', (_, at, standing, confirmed, lifted) => {
    expect(standingAt(provisional, at)).toBe(standing);
    expect(decidedAs(provisional, 'confirm', at)).toBe(confirmed);
    expect(decidedAs(provisional, 'lift', at)).toBe(lifted);
  });

  it('what is decided stays so', () => {
    for (const standing of ['confirmed', 'lifted', 'lapsed'] as const) {
      expect(standingAt({ standing, dueAt: DUE }, DUE + 1)).toBe(standing);
      // a confirmed order bars new starts until the regulator lifts it; nothing else is decided twice
      expect(decidedAs({ standing, dueAt: DUE }, 'lift', T0)).toBe(standing === 'confirmed' ? 'lifted' : null);
    }
  });
});
