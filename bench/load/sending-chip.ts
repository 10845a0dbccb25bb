import { ChipLine, type Broker, type ChipSecret, type Message } from './chip-line';

/** Numbered messages of one chip under way at most, as a maker would choose. */
const WINDOW = 4;

/** Counts its starts, as the protocol asks. */
let boots = 0;

/** A chip that sends numbered messages and times each until the platform has stored it. */
export class SendingChip {
  stored = 0;
  readonly sentAt = new Map<number, number>();
  private seq = 0;
  private up = 0;
  private readonly bornAt = Date.now();
  private readonly boot = (boots += 1);

  private constructor(
    private readonly line: ChipLine,
    private readonly welds: boolean,
    private readonly hear: (chip: SendingChip, tookMs: number, seq: number) => void,
  ) {}

  /** `bare`: the broker has no platform behind it, so that its PUBACK is all there is to wait for. */
  static async open(
    broker: Broker,
    secret: ChipSecret,
    { bare, welds }: { bare: boolean; welds: boolean },
    hear: (chip: SendingChip, tookMs: number, seq: number) => void,
  ): Promise<SendingChip> {
    const line = await ChipLine.open(broker, secret);
    const chip = new SendingChip(line, welds, hear);
    if (bare) line.ears.published = () => chip.oldestIsStored();
    else {
      line.ears.acks = ({ seqs }) => (seqs as [number, number][]).forEach((range) => chip.areStored(range));
      await chip.beBorn();
    }
    return chip;
  }

  get sent(): number {
    return this.seq;
  }

  get mayBegin(): boolean {
    return this.sentAt.size < WINDOW;
  }

  /** Sends its birth; the answer is the time. */
  async beBorn(): Promise<number> {
    const from = performance.now();
    const answered = new Promise<void>((resolve) => (this.line.ears.command = () => resolve()));
    const up = this.elapsed();
    this.line.publish('birth', { v: 1, boot: this.boot, seq: 0, t: this.bornAt + up, up, fw: 'bench', relay: 'open' });
    await answered;
    return performance.now() - from;
  }

  /** A message with that many samples, which share the time since the last one. */
  sendSamples(count: number): void {
    const to = Math.max(this.elapsed(), this.up + count);
    const each = Math.floor((to - this.up) / count);
    const samples = Array.from({ length: count }, (_, n) => this.sampleAt(this.up + each * (n + 1), each));
    this.up += each * count;
    this.send('samples', { samples });
  }

  /** An event that moves nothing; its number. */
  sendEvent(): number {
    const up = Math.max(this.elapsed(), this.up);
    this.send('events', { events: [{ kind: 'power-on', t: this.bornAt + up, up }] });
    return this.seq;
  }

  close(): void {
    this.line.close();
  }

  private elapsed = (): number => Date.now() - this.bornAt;

  private sampleAt(up: number, ms: number): Message {
    const current = this.welds ? { i: 118.5, iMax: 131, u: 24.5, arcMs: ms } : { i: 0, iMax: 0.5, u: 0, arcMs: 0 };
    return { t: this.bornAt + up, up, ms, ...current, outlet: 1 };
  }

  private send(kind: 'samples' | 'events', what: Message): void {
    this.seq += 1;
    this.sentAt.set(this.seq, performance.now());
    this.line.publish(kind, { v: 1, boot: this.boot, seq: this.seq, ...what });
  }

  private areStored([from, to]: [number, number]): void {
    for (const seq of this.sentAt.keys()) if (from <= seq && seq <= to) this.isStored(seq);
  }

  private oldestIsStored(): void {
    for (const seq of this.sentAt.keys()) return this.isStored(seq);
  }

  private isStored(seq: number): void {
    const at = this.sentAt.get(seq);
    if (at === undefined) return;
    this.sentAt.delete(seq);
    this.stored += 1;
    this.hear(this, performance.now() - at, seq);
  }
}
