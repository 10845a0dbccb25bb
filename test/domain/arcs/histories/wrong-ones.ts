import { sent } from './chip-by-another-hand';
import { PurePlatform } from './pure-platform';
import type { History } from './truth';

export interface Wrong {
  readonly seed: number;
  readonly clock: string;
  readonly boot: number;
  readonly is: string;
  readonly honest: boolean;
}

/** Arcs of a boot come out in the order in which they burned, so the oracle's are found by their place. */
export function wrongOnes(history: History, seed: number): Wrong[] {
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
