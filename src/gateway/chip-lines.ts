import type { Taken } from './taken';

/** What somebody waits for: an answer to a command, what happened, who came back. Samples can wait. */
const URGENT = new Set<string>(['reply', 'events', 'birth']);

export const isUrgent = ({ message }: Taken): boolean => URGENT.has(message.type);

/** Messages and rows that one batch may hold. */
export interface Room {
  readonly messages: number;
  readonly rows: number;
}

/**
 * The messages that wait, a line for each chip. What is urgent takes the line of its chip along, so that messages of one
 * chip stay in their order; a chip whose messages are being stored waits until they are.
 */
export class ChipLines {
  private readonly lines = new Map<string, Taken[]>();
  /** Chips by what waits in their lines, those that wait longest first. */
  private readonly urgent = new Set<string>();
  private readonly plain = new Set<string>();
  private readonly busy = new Set<string>();
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(taken: Taken): void {
    const { chipNo } = taken.raw;
    const line = this.lines.get(chipNo);
    if (line) line.push(taken);
    else this.lines.set(chipNo, [taken]);
    this.count += 1;
    this.enter(chipNo, isUrgent(taken));
  }

  /** Whether a batch could begin now; `urgentOnly` where it is to hold nothing else. */
  waits(urgentOnly: boolean): boolean {
    return this.free(this.urgent) || (!urgentOnly && this.free(this.plain));
  }

  /** Takes a batch; its chips are busy until `release`. */
  take(room: Room, urgentOnly: boolean): Taken[] {
    const batch: Taken[] = [];
    const left = { ...room };
    for (const chips of urgentOnly ? [this.urgent] : [this.urgent, this.plain])
      for (const chipNo of chips) {
        if (this.busy.has(chipNo)) continue;
        const part = this.cut(chipNo, left, batch.length === 0);
        if (part.length === 0) return this.counted(batch);
        batch.push(...part);
        this.busy.add(chipNo);
      }
    return this.counted(batch);
  }

  release(batch: readonly Taken[]): void {
    for (const { raw } of batch) this.busy.delete(raw.chipNo);
  }

  private free(chips: ReadonlySet<string>): boolean {
    if (this.busy.size === 0) return chips.size > 0;
    for (const chipNo of chips) if (!this.busy.has(chipNo)) return true;
    return false;
  }

  private enter(chipNo: string, urgent: boolean): void {
    if (urgent) {
      this.urgent.add(chipNo);
      this.plain.delete(chipNo);
    } else if (!this.urgent.has(chipNo)) this.plain.add(chipNo);
  }

  /** The beginning of a chip's line, as far as there is room; what is left queues up again. */
  private cut(chipNo: string, left: { messages: number; rows: number }, first: boolean): Taken[] {
    const line = this.lines.get(chipNo) ?? [];
    let n = 0;
    for (const taken of line) {
      const rows = rowsOf(taken);
      if (!(first && n === 0) && (left.messages < 1 || left.rows < rows)) break;
      left.messages -= 1;
      left.rows -= rows;
      n += 1;
    }
    if (n === 0) return [];
    const part = line.splice(0, n);
    this.urgent.delete(chipNo);
    this.plain.delete(chipNo);
    if (line.length === 0) this.lines.delete(chipNo);
    else this.enter(chipNo, line.some(isUrgent));
    return part;
  }

  private counted(batch: Taken[]): Taken[] {
    this.count -= batch.length;
    return batch;
  }
}

const rowsOf = ({ message }: Taken): number =>
  message.type === 'samples' ? message.samples.length : message.type === 'events' ? message.events.length : 1;
