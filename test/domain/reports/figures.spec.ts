import {
  BEHIND,
  CHAPTERS,
  COMPARED,
  FLOWS,
  MEANS,
  NOTHING_COUNTED,
  SHARES,
  STOCKS,
  summed,
  valueOf,
} from '../../../src/domain/reports/figures';

describe('figures of a report', () => {
  it('stand in a chapter, but for what a share alone needs', () => {
    const shown = new Set<string>(Object.values(CHAPTERS).flat());
    expect([...FLOWS, ...STOCKS, ...SHARES, ...MEANS].filter((figure) => !shown.has(figure)).sort()).toEqual(
      [...BEHIND].sort(),
    );
    expect(COMPARED.filter((figure) => !shown.has(figure))).toEqual([]);
  });

  it.each([
    ['chip-share', { 'machines-fitted': 30, 'machines-to-fit': 40, machines: 90 }, 0.75],
    ['certified-share', { 'welders-certified': 9, welders: 10 }, 0.9],
    ['trained-share', { 'welders-trained': 1, welders: 4 }, 0.25],
    ['off-platform-share', { 'off-platform': 1, jobs: 3 }, 0.25],
    ['in-time-share', { closed: 8, 'closed-late': 2 }, 0.75],
    ['self-check-share', { 'self-checks-done': 3, 'self-checks-due': 12 }, 0.25],
    ['response-hours', { responded: 2, 'response-seconds': 10_800 }, 1.5],
    ['closing-hours', { closed: 4, 'closing-seconds': 7_200 }, 0.5],
    ['jobs', { jobs: 7 }, 7],
  ] as const)('%s of %j is %d', (figure, counts, value) =>
    expect(valueOf(figure, { ...NOTHING_COUNTED, ...counts })).toBe(value),
  );

  it('a share of nothing is none, and so is an average', () => {
    for (const figure of [...SHARES, ...MEANS])
      expect([figure, valueOf(figure, NOTHING_COUNTED)]).toEqual([figure, null]);
  });

  it('rows of one figure add up', () => {
    const counts = summed([{ figure: 'jobs', n: 2 }, { figure: 'jobs', n: 3 }, { figure: 'open', n: 1 }]); // prettier-ignore
    expect(counts).toEqual({ ...NOTHING_COUNTED, jobs: 5, open: 1 });
  });
});
