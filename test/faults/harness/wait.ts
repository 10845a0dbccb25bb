export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 50;

/** Until the answer is there. What fails meanwhile is asked again: faults are what happens here. The patience is that of a very slow machine. */
export async function until<T>(what: string, ask: () => Promise<T | null | false | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  let last: unknown;
  while (Date.now() < deadline) {
    try {
      const found = await ask();
      if (found) return found;
    } catch (fault) {
      last = fault;
    }
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`in ${PATIENCE_MS / 1_000} s there was no ${what}; last: ${String(last)}`);
}
