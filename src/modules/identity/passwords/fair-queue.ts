/** About a second's work of one core. */
const MOST_STRANGERS = 32;
/** A trusted request has shown a token or a device before; their number is limited. */
const MOST_TRUSTED = 200;

/**
 * Who is next: the trusted first, then strangers, each address in turn, so that one address with many attempts does not
 * hold up the others. When it is full, the address with the most waiting loses its last one.
 */
export class FairQueue<T> {
  private readonly trusted: T[] = [];
  private readonly strangers = new Map<string, T[]>();
  private waiting = 0;

  /** `from` is null for the trusted. Returns what found no place: the new one, or one that made room for it. */
  add(item: T, from: string | null): T | null {
    if (from === null) return this.trusted.length < MOST_TRUSTED ? (this.trusted.push(item), null) : item;
    const evicted = this.waiting < MOST_STRANGERS ? null : this.makeRoom(from);
    if (this.waiting >= MOST_STRANGERS) return item;
    this.strangers.set(from, [...(this.strangers.get(from) ?? []), item]);
    this.waiting += 1;
    return evicted;
  }

  next(): T | undefined {
    if (this.trusted.length > 0) return this.trusted.shift();
    const [from, items = []] = this.strangers.entries().next().value ?? [];
    if (from === undefined) return undefined;
    const [first, ...rest] = items;
    this.strangers.delete(from);
    if (rest.length > 0) this.strangers.set(from, rest); // at the end of the round
    this.waiting -= 1;
    return first;
  }

  private makeRoom(forWhom: string): T | null {
    const own = this.strangers.get(forWhom)?.length ?? 0;
    const [longest] = [...this.strangers.values()].sort((a, b) => b.length - a.length);
    if (!longest || longest.length <= own + 1) return null;
    this.waiting -= 1;
    return longest.pop() ?? null;
  }
}
