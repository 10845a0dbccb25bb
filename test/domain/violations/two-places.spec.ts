import { atTwoPlaces, type Sighting } from '../../../src/domain/violations/suspicions/two-places';
import { HOUR, MINUTE } from '../../../src/kernel/time';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const rule = { kmPerHour: 120, leastMetres: 2_000, worstAccuracyM: 100 };
const METRE = 1 / 111_194.93;
const seen = (minute: number, metresNorth: number, change: Partial<Sighting> = {}): Sighting => ({
  from: T0 + minute * MINUTE,
  to: T0 + minute * MINUTE,
  lat: 34.03 + metresNorth * METRE,
  lng: 113.85,
  accuracyM: 0,
  machineId: null,
  machineCode: null,
  jobId: null,
  ...change,
});
const arc = (from: number, to: number, metresNorth: number): Sighting =>
  seen(from, metresNorth, { to: T0 + to * MINUTE });

describe('一人两地: one welder at two places, sooner than anybody can travel', () => {
  it.each<[string, Sighting[], number]>([
    ['20 km in 10 min: the fastest way', [seen(0, 0), seen(10, 20_000)], 0],
    ['20 km in a ms less', [seen(0, 0), seen(10, 20_010)], 1],
    ['2 km at once', [seen(0, 0), seen(0, 2_000.6)], 1],
    ['a little less than 2 km at once', [seen(0, 0), seen(0, 1_999)], 0],
    [
      'each position may be wrong by its accuracy',
      [seen(0, 0, { accuracyM: 50 }), seen(0, 2_090, { accuracyM: 50 })],
      0,
    ],
    ['a rough position says nothing', [seen(0, 0, { accuracyM: 101 }), seen(0, 20_000)], 0],
    ['no position at all', [seen(0, 0), seen(0, 0, { lat: 0, lng: 0 })], 0],
    ['a scan in the middle of an arc elsewhere', [arc(0, 60, 0), seen(30, 5_000)], 1],
    ['a scan half an hour after the arc', [arc(0, 60, 0), seen(90, 5_000)], 0],
    ['an arc that covers two scans elsewhere: both', [arc(0, 60, 0), seen(20, 5_000), seen(40, 5_000)], 2],
    ['there and back in time', [seen(0, 0), seen(60, 50_000), seen(120, 0)], 0],
    ['one sighting', [seen(0, 0)], 0],
  ])('%s', (_, sightings, expected) => {
    expect(atTwoPlaces(sightings, rule)).toHaveLength(expected);
    expect(atTwoPlaces([...sightings].reverse(), rule)).toHaveLength(expected);
  });

  it('says how far apart and how long between', () =>
    expect(atTwoPlaces([seen(0, 0), seen(10, 30_000)], rule)).toMatchObject([
      {
        apartM: expect.closeTo(30_000, -2) as number,
        minutesBetween: 10,
        first: { from: T0 },
        second: { from: T0 + HOUR / 6 },
      },
    ]));
});
