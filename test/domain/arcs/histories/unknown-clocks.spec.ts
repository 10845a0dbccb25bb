import { sent } from './chip-by-another-hand';
import { PurePlatform } from './pure-platform';
import { historyOf, type History } from './truth';

/** `HISTORIES=10000` is the long form; `HISTORY=17` looks at one. */
const COUNT = Number(process.env['HISTORIES'] ?? 400);
const ONE = process.env['HISTORY'];

interface Wrong {
  readonly seed: number;
  readonly clock: string;
  readonly boot: number;
  readonly is: string;
  readonly honest: boolean;
}

/** Arcs of a boot come out in the order in which they burned, so the oracle's are found by their place. */
function wrongOnes(history: History, seed: number): Wrong[] {
  const platform = new PurePlatform(history);
  for (const batch of sent(history, seed)) platform.take(batch);
  const judged = platform.judge();
  const wrong: Wrong[] = [];
  for (const { boot, clock } of history.boots) {
    const truth = history.arcs.filter((one) => one.boot === boot).sort((a, b) => a.from - b.from);
    const found = judged.filter(({ arc }) => arc.boot === boot);
    if (found.length !== truth.length)
      throw new Error(`seed ${seed}, boot ${boot}: ${found.length} of ${truth.length} arcs`);
    truth.forEach(({ honest }, n) => {
      const is = found[n]!.verdicts[0]!.verdict;
      if ((is === 'on-platform') !== honest) wrong.push({ seed, clock, boot, is, honest });
    });
  }
  return wrong;
}

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
