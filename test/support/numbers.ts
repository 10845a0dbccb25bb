/** Numbers that look drawn and are the same in each run, so that a failure is found again. */
export function numbersFrom(seed: number) {
  let state = seed;
  const below = (most: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const some = <T>(of: readonly T[]): T[] => of.filter(() => below(2) === 0);
  return { below, one, some };
}
