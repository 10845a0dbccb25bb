import { MessageBuffer, type Buffered, type SeqRange } from './message-buffer';

/** As many messages are on their way to the broker at once; a buffer of days must not become one burst. */
const WINDOW = 100;

type Publish = (topic: string, payload: string) => Promise<void>;

/** Sends what is buffered, oldest first, and keeps it until the platform says that it is stored. */
export class Outbox {
  private readonly buffer: MessageBuffer;
  private queue: Buffered[] = [];
  private onTheirWay = 0;
  private publish: Publish | null = null;

  constructor(capacity?: number) {
    this.buffer = new MessageBuffer(capacity);
  }

  get size(): number {
    return this.buffer.size;
  }

  waiting = (boot: number): { readonly fromSeq: number; readonly toSeq: number } => this.buffer.waiting(boot);

  add(message: Buffered): void {
    this.buffer.add(message);
    if (!this.publish) return;
    this.queue.push(message);
    this.pump();
  }

  /** A connection is there: everything unacknowledged goes out again, also what an earlier one had sent. */
  open(publish: Publish): void {
    this.publish = publish;
    this.onTheirWay = 0;
    this.queue = this.buffer.all();
    this.pump();
  }

  close(): void {
    this.publish = null;
    this.queue = [];
  }

  resend(boot: number, from: number, to: number): void {
    this.queue.unshift(...this.buffer.between(boot, from, to));
    this.pump();
  }

  free(boot: number, ranges: readonly SeqRange[]): void {
    this.buffer.free(boot, ranges);
  }

  private pump(): void {
    while (this.publish && this.onTheirWay < WINDOW) {
      const message = this.queue.shift();
      if (!message) return;
      if (this.buffer.holds(message)) void this.send(this.publish, message);
    }
  }

  /** A line that breaks meanwhile is no fault: the message stays in the buffer for the next one. */
  private async send(publish: Publish, { topic, payload }: Buffered): Promise<void> {
    this.onTheirWay += 1;
    await publish(topic, payload).catch(() => undefined);
    if (this.publish !== publish) return; // it went out over a connection that is gone
    this.onTheirWay -= 1;
    this.pump();
  }
}
