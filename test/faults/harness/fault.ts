import type { Prepared } from './prepared';

/** One run of one fault. */
export interface Trial {
  readonly isLong: boolean;
  readonly seed: number;
  /** From 0 to 1, by the seed. */
  readonly random: () => number;
  readonly prepared: Prepared;
  readonly say: (line: string) => void;
}

export interface Outcome {
  /** What was done, with its numbers. */
  readonly tried: string;
  /** Acknowledged or answered, and not there. */
  readonly lost: number;
  /** There twice. */
  readonly doubled: number;
}

/** A fault of docs/quality.md. It throws where the product does not hold. */
export interface Fault {
  /** As docs/quality.md numbers it, or a word. */
  readonly name: string;
  readonly title: string;
  /** Why it cannot be tried on this machine, and what to do; null where it can. */
  readonly lacks?: () => string | null;
  /** Left out of the short form, with what tries it there. */
  readonly inTests?: string;
  readonly tryIt: (trial: Trial) => Promise<Outcome>;
}
