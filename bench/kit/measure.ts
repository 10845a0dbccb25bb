export interface Measured {
  readonly name: string;
  readonly calls: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Calls as many as asked for with some of them under way at any time; the first tenth warms up and is not counted. */
export async function measure(
  name: string,
  { calls, clients }: { calls: number; clients: number },
  call: (n: number) => Promise<unknown>,
): Promise<Measured> {
  const warmUp = Math.ceil(calls / 10);
  await run(warmUp, clients, call);
  const took: number[] = [];
  const begun = performance.now();
  await run(calls, clients, async (n) => {
    const from = performance.now();
    await call(warmUp + n);
    took.push(performance.now() - from);
  });
  const seconds = (performance.now() - begun) / 1_000;
  return summary(name, took, seconds);
}

/** `took` in milliseconds a call, in any order. */
export function summary(name: string, took: readonly number[], seconds: number): Measured {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    name,
    calls: took.length,
    perSecond: took.length / seconds,
    mean: took.reduce((sum, ms) => sum + ms, 0) / took.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
  };
}

async function run(calls: number, clients: number, call: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < calls) {
      const n = next;
      next += 1;
      await call(n);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** Numbers that a seed fixes (mulberry32), so that two runs ask the same. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
