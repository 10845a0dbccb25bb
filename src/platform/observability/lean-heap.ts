import { setFlagsFromString } from 'node:v8';

/** How far the heap may grow past what is in use before it is collected, in percent. Node.js itself lets it grow fourfold. */
const GROWTH_PERCENT = 25;

let working = 0;

/**
 * Runs work that reads a long list with little in use at a time. What it drops is collected soon, so the memory of the
 * process does not climb with the length of the list. Other work keeps the pace of Node.js, which is made for speed.
 */
export async function withLeanHeap<T>(work: () => Promise<T>): Promise<T> {
  working += 1;
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) setFlagsFromString('--heap-growing-percent=0');
  }
}
