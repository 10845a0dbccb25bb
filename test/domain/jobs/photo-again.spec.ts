import { lotOf, photoAskOf } from '../../../src/domain/jobs/photo-again';
import { MINUTE } from '../../../src/kernel/time';
import { seededBook } from '../rules/seeded-book';

const T0 = Date.parse('2026-11-24T02:00:00Z');
const ids = Array.from({ length: 20_000 }, (_, i) => `01KB${i.toString(32).toUpperCase().padStart(22, '0')}`);
const asked = (jobId: string, identity: 'observe' | 'warn' | 'enforce' = 'warn') =>
  photoAskOf({ jobId, regionCode: '411003', identity }, seededBook, T0);

describe('M20 one in ten jobs is asked for another photo while it runs', () => {
  it('about one in ten, drawn by the id of the job', () => {
    const drawn = ids.filter((id) => asked(id) !== null).length;
    expect(drawn).toBeGreaterThan(1_850);
    expect(drawn).toBeLessThan(2_150);
    expect(ids.map((id) => asked(id))).toEqual(ids.map((id) => asked(id)));
  });

  it('at some moment from 15 to 60 minutes after it began, with ten minutes to answer', () => {
    const after = ids.flatMap((id) => asked(id) ?? []);
    expect(new Set(after.map(({ answerMinutes }) => answerMinutes))).toEqual(new Set([10]));
    const minutes = after.map(({ askAt }) => (askAt - T0) / MINUTE);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(60);
    expect(Math.max(...minutes) - Math.min(...minutes)).toBeGreaterThan(40);
  });

  it.each([
    ['observed: nobody is asked', 'observe', 0],
    ['enforced: as where it is warned of', 'enforce', ids.filter((id) => asked(id) !== null).length],
  ] as const)('identity %s', (_, mode, count) => {
    expect(ids.filter((id) => asked(id, mode) !== null)).toHaveLength(count);
  });

  it('spreads evenly', () => {
    const lots = ids.map(lotOf);
    for (let tenth = 0; tenth < 10; tenth += 1)
      expect(lots.filter((lot) => Math.floor(lot * 10) === tenth).length).toBeGreaterThan(1_800);
  });
});
