import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How far the heap may grow past what is in use before it is collected, in percent. Node.js itself lets it grow fourfold. */
const GROWTH_PERCENT = 25;

let working = 0;
let collect: (() => void) | null = null;

/**
 * Runs work that reads a long list with little in use at a time. What it drops is collected soon, so the memory of the
 * process does not climb with the length of the list. Other work keeps the pace of Node.js, which is made for speed.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  if (working === 0) begin();
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}

/** The limit in force was set at the last collection: only a new one forgets it. */
function begin(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  setFlagsFromString('--expose-gc');
  collect ??= runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
}
