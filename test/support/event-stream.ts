/** What one listener of `/api/v1/events` heard, read with `fetch` as a browser does. */
export interface HeardEvent {
  readonly event: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly heardAt: number;
}

/**
 * The stream stops before a transaction that is still open, and the suites share one server: one of another suite holds it back. How
 * soon an event comes is shown where nothing runs beside it (test/foreign/foreign-parts.spec.ts).
 */
export const BESIDE_OTHERS_MS = 20_000;

export class EventListener {
  readonly heard: HeardEvent[] = [];
  private readonly abort = new AbortController();
  /** Settles when the stream is over, from whichever side. */
  ended: Promise<void> = Promise.resolve();
  private constructor() {}

  static async open(url: string, token: string, lastEventId?: string): Promise<EventListener> {
    const self = new EventListener();
    const answer = await fetch(`${url}/api/v1/events`, {
      headers: { authorization: `Bearer ${token}`, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
      signal: self.abort.signal,
    });
    if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status} ${await answer.text()}`);
    self.ended = self.read(answer.body).catch(() => undefined); // ends by `close`, too
    return self;
  }

  async next(matches: (event: HeardEvent) => boolean, withinMs: number): Promise<HeardEvent> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = this.heard.find(matches);
      if (found) return found;
      if (Date.now() > deadline)
        throw new Error(`event not heard within ${withinMs} ms; heard ${JSON.stringify(this.heard)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  close(): void {
    this.abort.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += decoder.decode(part.value, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) this.take(block);
    }
  }

  private take(block: string): void {
    const field = (name: string): string =>
      block
        .split('\n')
        .filter((line) => line.startsWith(`${name}:`))
        .map((line) => line.slice(name.length + 1).trim())
        .join('\n');
    const data = field('data');
    if (!field('event')) return;
    this.heard.push({
      event: field('event'),
      id: field('id'),
      data: data ? (JSON.parse(data) as Record<string, unknown>) : {},
      heardAt: Date.now(),
    });
  }
}
