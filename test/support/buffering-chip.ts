import { connectAsync, type MqttClient } from 'mqtt';
import { chipPassword } from './test-chip';

const MOST_IN_FLIGHT = 40;
const AGAIN_AFTER_MS = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A chip that keeps what is not acknowledged, and sends it again, the oldest first, whenever it is connected anew. */
export class BufferingChip {
  readonly acknowledged = new Set<number>();
  private readonly buffer = new Map<number, string>();
  private readonly bornAt = Date.now() - 10_000;
  private client: MqttClient | undefined;
  private seq = 0;
  private stopped = false;

  constructor(
    readonly chipNo: string,
    private readonly secretHex: string,
    private readonly port: number,
  ) {}

  /** Connects, speaks until the connection breaks, and so on. */
  async live(): Promise<void> {
    while (!this.stopped) {
      await this.session().catch(() => undefined);
      await pause(AGAIN_AFTER_MS);
    }
  }

  get told(): number {
    return this.seq;
  }

  /** Says nothing new from now on; what is in the buffer goes on being sent. */
  finish(): void {
    this.stopped = true;
  }

  async drain(): Promise<void> {
    while (this.buffer.size > 0) {
      await this.session().catch(() => undefined);
      await pause(AGAIN_AFTER_MS);
    }
  }

  private async session(): Promise<void> {
    const client = await connectAsync(`mqtt://127.0.0.1:${this.port}`, {
      ...{ clientId: this.chipNo, username: this.chipNo, password: chipPassword(this.chipNo, this.secretHex) },
      ...{ clean: true, protocolVersion: 4, reconnectPeriod: 0, connectTimeout: 2_000, queueQoSZero: false },
    });
    this.client = client;
    const gone = new Promise<void>((resolve) => client.once('close', () => resolve()));
    client.on('error', () => undefined);
    client.on('message', (topic, payload) => this.receive(topic, payload.toString()));
    await client.subscribeAsync(`hanan/v1/chips/${this.chipNo}/down/#`, { qos: 1 });
    this.publish('birth', { v: 1, boot: 1, seq: 0, t: Date.now(), up: Date.now() - this.bornAt, relay: 'open' });
    for (const seq of this.buffer.keys()) this.send(seq);
    while (client.connected && (!this.stopped || this.buffer.size > 0)) {
      if (!this.stopped && this.buffer.size < MOST_IN_FLIGHT) this.say();
      await pause(5);
    }
    client.end(true);
    await gone;
  }

  /** An arc of some milliseconds; a new number, a new arc. */
  private say(): void {
    this.seq += 1;
    const up = Date.now() - this.bornAt;
    const kind = this.seq % 2 === 1 ? 'arc-start' : 'arc-stop';
    this.buffer.set(this.seq, JSON.stringify({ v: 1, boot: 1, seq: this.seq, events: [{ kind, t: Date.now(), up }] }));
    this.send(this.seq);
  }

  private send(seq: number): void {
    this.publish('events', this.buffer.get(seq) ?? '');
  }

  private publish(topic: string, message: object | string): void {
    const payload = typeof message === 'string' ? message : JSON.stringify(message);
    this.client?.publish(`hanan/v1/chips/${this.chipNo}/up/${topic}`, payload, { qos: 1 }, () => undefined);
  }

  private receive(topic: string, payload: string): void {
    if (!topic.endsWith('/acks')) return;
    for (const [from, to] of (JSON.parse(payload) as { seqs: [number, number][] }).seqs)
      for (let seq = from; seq <= to; seq += 1) {
        this.acknowledged.add(seq);
        this.buffer.delete(seq);
      }
  }
}
