/** A chip starts a few times a day; a counter that jumps farther at once is no counter. */
const FARTHEST_JUMP = 1_000;

/** A chip that was never heard of may have served elsewhere for years. */
const HIGHEST_FIRST = 100_000;

/** Whether a boot number can be the chip's own. `known` is the latest one believed, 0 before the first. */
export const isBelievable = (boot: number, known: number): boolean =>
  known === 0 ? boot <= HIGHEST_FIRST : boot <= known + FARTHEST_JUMP;

/** The latest number that the chip has come to without such a jump: what was believed beyond it was another's. */
export function latestBelievable(boots: readonly number[]): number {
  let known = 0;
  for (const boot of [...boots].sort((a, b) => a - b)) if (isBelievable(boot, known)) known = boot;
  return known;
}
