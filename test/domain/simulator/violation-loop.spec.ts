import { nextInLine, type Listed } from '../../../src/simulator/violation-loop';

const T = Date.parse('2026-11-25T02:00:00Z');
const MIN = 60_000;
const found = (id: string, minutesAgo: number, source = 'detector'): Listed => ({
  ...{ id, source, enterpriseId: null, majorHazard: false },
  foundAt: new Date(T - minutesAgo * MIN).toISOString(),
});

describe('which finding the simulated officials take up', () => {
  it.each([
    ['the oldest, of a list with the newest first', [found('new', 30), found('old', 50)], 'old'],
    ['nothing that a visitor may just be looking at', [found('young', 19.999)], undefined],
    ['from twenty minutes on', [found('ripe', 20)], 'ripe'],
    ['nothing that a person recorded', [found('recorded', 300, 'inspection')], undefined],
  ])('%s', (_, listed, expected) => {
    expect(nextInLine(listed, T)?.id).toBe(expected);
  });
});
