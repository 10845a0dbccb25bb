/** One numbered message, in the very bytes it was first sent in: other bytes under its number would look like a forgery. */
export interface Buffered {
  readonly boot: number;
  readonly seq: number;
  readonly topic: 'samples' | 'events';
  readonly payload: string;
}

export type SeqRange = readonly [from: number, to: number];

/** The protocol asks for at least 50,000. */
export const CAPACITY = 60_000;

/** What the platform has not yet acknowledged, oldest first. When it is full the oldest message has to go. */
export class MessageBuffer {
  private readonly messages = new Map<string, Buffered>();

  constructor(private readonly capacity = CAPACITY) {}

  get size(): number {
    return this.messages.size;
  }

  add(message: Buffered): void {
    const [oldest] = this.messages.keys();
    if (this.messages.size >= this.capacity && oldest !== undefined) this.messages.delete(oldest);
    this.messages.set(keyOf(message), message);
  }

  holds = (message: Buffered): boolean => this.messages.has(keyOf(message));

  all = (): Buffered[] => [...this.messages.values()];

  /** The messages of one boot from `from` to `to` that are still held. */
  between(boot: number, from: number, to: number): Buffered[] {
    return this.all().filter((message) => message.boot === boot && from <= message.seq && message.seq <= to);
  }

  /** The platform has these for good. Ranges may be wider than what is held. */
  free(boot: number, ranges: readonly SeqRange[]): void {
    for (const [from, to] of ranges) {
      if (to - from < this.size) for (let seq = from; seq <= to; seq += 1) this.messages.delete(keyOf({ boot, seq }));
      else for (const message of this.between(boot, from, to)) this.messages.delete(keyOf(message));
    }
  }

  /** As a birth tells it: the numbers of this boot that wait; an empty range when none does. */
  waiting(boot: number): { readonly fromSeq: number; readonly toSeq: number } {
    const seqs = this.all()
      .filter((message) => message.boot === boot)
      .map(({ seq }) => seq);
    return { fromSeq: seqs[0] ?? 1, toSeq: seqs.at(-1) ?? 0 };
  }
}

const keyOf = ({ boot, seq }: { readonly boot: number; readonly seq: number }): string => `${boot}/${seq}`;
