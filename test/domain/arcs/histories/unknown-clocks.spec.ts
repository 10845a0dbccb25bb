import { historyOf } from './truth';
import { wrongOnes } from './wrong-ones';

/** `HISTORIES=10000` is the long form; `HISTORY=17` looks at one. */
const COUNT = Number(process.env['HISTORIES'] ?? 400);
const ONE = process.env['HISTORY'];

describe('a chip by another hand, with whatever clock', () => {
  const seeds = ONE === undefined ? Array.from({ length: COUNT }, (_, n) => n + 1) : [Number(ONE)];

  it('no unauthorised arc is excused, no honest one accused', () => {
    const wrong = seeds.flatMap((seed) => wrongOnes(historyOf(seed), seed));
    expect(wrong.slice(0, 10)).toEqual([]);
  }, 600_000);

  it('the histories hold honest and unauthorised arcs of every clock', () => {
    if (ONE !== undefined) return;
    const kinds = new Map<string, number>();
    for (const seed of seeds) {
      const history = historyOf(seed);
      for (const { honest, boot } of history.arcs) {
        const { clock, contactFrom } = history.boots[boot - 1]!;
        const kind = `${clock} ${contactFrom === null ? 'away' : 'here'} ${honest ? 'honest' : 'not'}`;
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
    }
    expect(kinds.size).toBe(24);
    expect(Math.min(...kinds.values())).toBeGreaterThan(3);
  });
});
