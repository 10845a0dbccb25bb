import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The worked example of docs/exchange.md: another platform in plain Node. It knows the page and nothing of the inside.
 */
interface Row {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly region: string;
  readonly day: string;
  readonly record: Readonly<Record<string, unknown>>;
  readonly content: string;
}

interface Item extends Omit<Row, 'content'> {
  readonly op: 'put' | 'withdraw';
}

interface ChipHeard {
  readonly chipNo: string;
  readonly topic: string;
  readonly message: Readonly<Record<string, unknown>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export class ExamplePlatform {
  partnerId = '';
  secret = '';
  port = 0;
  /** How it answers: `forgets` stores and then fails, so everything comes a second time. */
  mood: 'well' | 'slow' | 'fails' | 'forgets' = 'well';
  readonly rows = new Map<string, Row>();
  /** Highest version ever seen, also of what was withdrawn. */
  readonly seen = new Map<string, { version: number; content: string }>();
  /** In the order in which they were taken. */
  readonly history: { id: string; version: number; op: string }[] = [];
  /** What chips are told through it. */
  readonly heard: ChipHeard[] = [];
  /** Registrations that it refuses, by id. */
  readonly refused = new Map<string, string>();
  calls = 0;
  private readonly server: Server = createServer((request, response) => void this.hear(request, response));

  get url(): string {
    return `http://127.0.0.1:${this.port}/hanan`;
  }

  async open(): Promise<void> {
    await new Promise<void>((done) => this.server.listen(this.port, '127.0.0.1', done));
    this.port = (this.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(() => done()));
  }

  /** `Hanan-Partner` and `Hanan-Signature` for a request of ours. */
  signed(method: string, path: string, body = '', seconds = Math.floor(Date.now() / 1_000)): Record<string, string> {
    return { 'hanan-partner': this.partnerId, 'hanan-signature': `t=${seconds},v1=${this.mac(seconds, method, path, body)}` };
  }

  private mac(seconds: number | string, method: string, path: string, body: string): string {
    return createHmac('sha256', this.secret).update(`${seconds}\n${method}\n${path}\n${body}`).digest('hex');
  }

  private isTrue({ headers, method = '', url = '' }: IncomingMessage, body: string): boolean {
    const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['hanan-signature'])) ?? [];
    const expected = this.mac(t, method, url, body);
    return headers['hanan-partner'] === this.partnerId && v1 !== '' && timingSafeEqual(Buffer.from(v1), Buffer.from(expected));
  }

  private async hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.calls += 1;
    let body = '';
    for await (const part of request) body += String(part);
    if (this.mood === 'slow') return; // it never answers
    if (this.mood === 'fails') return void response.writeHead(500).end();
    if (!this.isTrue(request, body)) return void response.writeHead(401).end();
    const url = new URL(request.url ?? '', 'http://here');
    const answer = this.answer(`${request.method} ${url.pathname}`, url.searchParams, body);
    if (this.mood === 'forgets') return void response.writeHead(500).end();
    response.writeHead(answer === null ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  private answer(asked: string, query: URLSearchParams, body: string): object | null {
    if (asked === 'POST /hanan/batches')
      return { items: (JSON.parse(body) as { items: Item[] }).items.map((item) => this.take(item)) };
    if (asked === 'POST /hanan/chips/messages') return this.hearChip(JSON.parse(body) as ChipHeard);
    if (asked === 'GET /hanan/summary') return { buckets: this.buckets() };
    if (asked !== 'GET /hanan/summary/items') return null;
    const { kind, region, day } = Object.fromEntries(query);
    const items = [...this.rows.values()].filter((row) => row.kind === kind && row.region === region && row.day === day);
    return { items: items.map(({ id, version }) => ({ id, version })) };
  }

  private hearChip(heard: ChipHeard): object {
    this.heard.push(heard);
    return {};
  }

  private take({ op, ...item }: Item): object {
    const [key, content] = [`${item.kind} ${item.id}`, sha256(JSON.stringify([op, item.record ?? null]))];
    const said = { kind: item.kind, id: item.id, version: item.version };
    const seen = this.seen.get(key);
    if (this.refused.has(item.id)) return { ...said, verdict: 'refused', code: this.refused.get(item.id) };
    if (seen && item.version === seen.version && content === seen.content) return { ...said, verdict: 'same' };
    if (seen && item.version <= seen.version) return { ...said, verdict: 'stale', held: seen.version };
    this.seen.set(key, { version: item.version, content });
    this.history.push({ id: item.id, version: item.version, op });
    if (op === 'put') this.rows.set(key, { ...item, content });
    else this.rows.delete(key);
    return { ...said, verdict: 'taken' };
  }

  private buckets(): object[] {
    const groups = new Map<string, Row[]>();
    for (const row of this.rows.values()) {
      const name = JSON.stringify({ kind: row.kind, region: row.region, day: row.day });
      groups.set(name, [...(groups.get(name) ?? []), row]);
    }
    return [...groups].map(([name, rows]) => {
      const lines = rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, version }) => `${id} ${version}\n`);
      return { ...(JSON.parse(name) as object), count: rows.length, hash: sha256(lines.join('')) };
    });
  }
} // prettier-ignore
