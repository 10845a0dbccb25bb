import { createHash } from 'node:crypto';

const WORD_BITS = 32;
const WORDS = 2 ** WORD_BITS;

/** Numbers from a seed, the same on each machine: SHA-256 of the seed and a counter, four bytes a number. */
export class SeededNumbers {
  private block = Buffer.alloc(0);
  private counter = 0;
  private next = 0;

  constructor(private readonly seed: string) {}

  /** From 0 to below `bound`. A word beyond the last whole multiple is thrown away: no number is likelier than another. */
  below(bound: number): number {
    const limit = WORDS - (WORDS % bound);
    for (;;) {
      const word = this.word();
      if (word < limit) return word % bound;
    }
  }

  private word(): number {
    if (this.next >= this.block.length) {
      this.block = createHash('sha256').update(`${this.seed}\n${this.counter}`).digest();
      this.counter += 1;
      this.next = 0;
    }
    const word = this.block.readUInt32BE(this.next);
    this.next += WORD_BITS / 8;
    return word;
  }
}
