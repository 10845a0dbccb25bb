import { recencyFault, recencyStanding } from '../../../src/domain/recency/recency';
import { shanghaiMidnight } from '../../../src/kernel/time';

const on = (day: string): number => shanghaiMidnight(day) + 10 * 3_600_000;

describe('off the trade for six months: a practical test comes first (总局令30号第三十二条)', () => {
  it.each([
    ['the last arc on 24 May, seen on 23 November', '2026-05-24', '2026-11-23', false],
    ['seen on 24 November', '2026-05-24', '2026-11-24', true],
    ['31 August, seen on 27 February: the month has no 31st', '2026-08-31', '2027-02-27', false],
    ['seen on its last day', '2026-08-31', '2027-02-28', true],
  ])('%s', (_, workedOn, today, over) =>
    expect(recencyStanding({ workedOn, declaredOn: null, registeredOn: '2026-01-01' }, 6, on(today)).over).toBe(over),
  );

  it.each([
    ['no data is no proof of leave before the registration', null, null, 'registered', '2026-03-01'],
    ['a job', '2026-04-01', null, 'job', '2026-04-01'],
    ['a later statement', '2026-04-01', '2026-05-01', 'declared', '2026-05-01'],
    ['an earlier statement', '2026-04-01', '2026-03-15', 'job', '2026-04-01'],
    ['both on a day: what the platform saw', '2026-04-01', '2026-04-01', 'job', '2026-04-01'],
  ])('%s', (_, workedOn, declaredOn, basis, since) =>
    expect(recencyStanding({ workedOn, declaredOn, registeredOn: '2026-03-01' }, 6, on('2026-06-01'))).toMatchObject({
      basis,
      since,
    }),
  );

  it.each([
    ['tomorrow', '2026-11-25', 'recency.in-future'],
    ['today', '2026-11-24', null],
    ['a day that shows nothing', '2026-05-24', 'recency.too-long-ago'],
    ['the day after it', '2026-05-25', null],
  ])('a statement about %s', (_, day, fault) => expect(recencyFault(day, 6, on('2026-11-24'))).toBe(fault));
});
