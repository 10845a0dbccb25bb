import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { cursorText, type Cursor } from './outbox.cursor';
import { messageOf, type StoredEvent } from './stored-event';

/** What may wait in memory for a reader who is slower than the news. */
const MOST_WAITING_BYTES = 1_048_576;
/** A reader who takes nothing for so long is gone: the line is cut. */
const PATIENCE_MS = 30_000;
/** How long an ended line may take to hand over what still waits. */
const LAST_WORDS_MS = 500;

/** One open answer of the event stream (HTML standard, 9.2): writes, and knows when it is over. */
export class EventStream {
  /** Settles when the line is closed, from whichever side. */
  readonly closed: Promise<void>;
  private readonly raw: ServerResponse;
  private over = false;

  constructor(
    reply: FastifyReply,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    const headers = reply.getHeaders() as OutgoingHttpHeaders; // of the hooks before us, such as the security headers
    reply.hijack();
    this.raw = reply.raw;
    this.raw.on('error', () => undefined); // a line that breaks is closed; 'close' tells
    this.closed = new Promise((done) => (this.raw.destroyed ? done() : this.raw.once('close', done)));
    void this.closed.then(() => (this.over = true));
    this.raw.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no', // nginx would hold the news back to fill its buffers
      connection: 'close', // once ended, the line must not keep the server from stopping
    });
    this.raw.flushHeaders();
  }

  get isOpen(): boolean {
    return !this.over;
  }

  /** Whether more may be written now; if not, wait until it is `drained`. */
  get isFlowing(): boolean {
    return !this.over && this.raw.writableLength <= MOST_WAITING_BYTES;
  }

  send(event: StoredEvent): void {
    this.write(frameOf(event));
  }

  /** The events since the reader's last visit are no longer known. The page must load its data again. */
  sendReset(at: Cursor | null): void {
    this.write(`event: reset\n${at ? `id: ${cursorText(at)}\n` : ''}data: {}\n\n`);
  }

  /** Tells where the reader stands before there is any news: an id without data is kept and shown to nobody. */
  sendPosition(at: Cursor | null): void {
    if (at) this.write(`id: ${cursorText(at)}\n\n`);
  }

  /** Keeps proxies from closing a quiet line. */
  beat(): void {
    this.write(': \n\n');
  }

  /** When the reader has taken what was written, or is gone. */
  async drained(): Promise<void> {
    if (this.over || !this.raw.writableNeedDrain) return;
    const impatience = setTimeout(() => this.raw.destroy(), this.patienceMs);
    await Promise.race([new Promise<void>((done) => this.raw.once('drain', done)), this.closed]);
    clearTimeout(impatience);
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    this.raw.end();
    setTimeout(() => this.raw.destroy(), LAST_WORDS_MS).unref();
  }

  private write(text: string): void {
    if (!this.over) this.raw.write(text);
  }
}

const frames = new WeakMap<StoredEvent, string>();

/** Made once an event, however many listen. */
function frameOf(event: StoredEvent): string {
  const made = frames.get(event);
  if (made !== undefined) return made;
  const frame = `event: ${event.type}\nid: ${cursorText(event.cursor)}\ndata: ${JSON.stringify(messageOf(event))}\n\n`;
  frames.set(event, frame);
  return frame;
}
