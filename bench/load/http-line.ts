import { connect, type Socket } from 'node:net';

/** One call as a person's browser would make it. */
export interface Call {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
  /** Who calls. */
  readonly token: string;
  /** Of the answer; without it any 2xx. */
  readonly status?: number;
  /** Posted right after the answer, with its id in place of `:id`. */
  readonly then?: string;
}

/**
 * HTTP/1.1 as far as the platform's answers need it: one call at a time, a length in every answer. Node's own client takes
 * as long for a call as a third of the platform's work on it, on the same two cores.
 */
export class HttpLine {
  private parts: Buffer[] = [];
  private size = 0;
  /** Of head and body; unknown until the head is complete. */
  private expected: number | null = null;
  private waiting: { resolve: (text: string) => void; reject: (fault: Error) => void } | null = null;

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.on('data', (part: Buffer) => this.receive(part));
    socket.on('close', () => this.waiting?.reject(new Error('the platform hung up')));
  }

  static open(url: string): Promise<HttpLine> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true });
      socket.once('error', reject).once('connect', () => resolve(new HttpLine(socket, host)));
    });
  }

  async send({ method, path, body, token, status }: Call): Promise<string> {
    const content = body === undefined ? '' : JSON.stringify(body);
    const answer = new Promise<string>((resolve, reject) => (this.waiting = { resolve, reject }));
    this.socket.write(
      `${method} /api/v1${path} HTTP/1.1\r\nhost: ${this.host}\r\nauthorization: Bearer ${token}\r\n` +
        (content && `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(content)}\r\n`) +
        `\r\n${content}`,
    );
    const text = await answer;
    if (!text.startsWith(`HTTP/1.1 ${status ?? 2}`)) throw new Error(`${method} ${path}: ${text}`);
    return text;
  }

  close(): void {
    this.socket.destroy();
  }

  private receive(part: Buffer): void {
    this.parts.push(part);
    this.size += part.length;
    this.expected ??= lengthOf(this.parts.length === 1 ? part : Buffer.concat(this.parts));
    if (this.expected === null || this.size < this.expected) return;
    const text = Buffer.concat(this.parts).toString();
    this.parts = [];
    this.size = 0;
    this.expected = null;
    this.waiting?.resolve(text);
  }
}

const END_OF_HEAD = '\r\n\r\n';

/** Of a whole answer, once its head is there. */
function lengthOf(received: Buffer): number | null {
  const end = received.indexOf(END_OF_HEAD);
  if (end < 0) return null;
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(received.toString('latin1', 0, end)) ?? [];
  if (length === undefined) throw new Error('an answer without its length');
  return end + END_OF_HEAD.length + Number(length);
}

/** Bodies begin with their id; to read all of each would be the platform's machine doing the browser's work. */
export const idIn = (text: string): string | null => /\r\n\r\n\{"id":"([^"]+)"/.exec(text)?.[1] ?? null;
