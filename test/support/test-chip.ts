import { createHmac } from 'node:crypto';
import { connectAsync, type MqttClient } from 'mqtt';

type Message = Record<string, unknown>;

export const chipPassword = (chipNo: string, secretHex: string): string =>
  createHmac('sha256', Buffer.from(secretHex, 'hex')).update(`hanan-mqtt-v1:${chipNo}`).digest('hex');

/**
 * A chip as another maker would build it from docs/chip-protocol.md: shares no code with the platform or its simulator.
 * Does nothing by itself; a test says what it sends and answers.
 */
export class TestChip {
  readonly commands: Message[] = [];
  readonly acknowledged: [number, number, number][] = [];
  private waiting: (() => void)[] = [];
  /** How far the clock of the test has been moved on. */
  aheadMs = 0;
  private seq = 0;

  private constructor(
    readonly chipNo: string,
    readonly client: MqttClient,
    readonly boot: number,
    private readonly bornAt: number,
  ) {}

  static async connect(mqttPort: number, chip: { chipNo: string; secretHex: string }, boot = 1): Promise<TestChip> {
    const client = await connectAsync(`mqtt://127.0.0.1:${mqttPort}`, {
      clientId: chip.chipNo,
      username: chip.chipNo,
      password: chipPassword(chip.chipNo, chip.secretHex),
      clean: false,
      protocolVersion: 4,
      reconnectPeriod: 0,
    });
    const self = new TestChip(chip.chipNo, client, boot, Date.now() - 2_000);
    client.on('message', (topic, payload) => self.receive(topic, JSON.parse(payload.toString()) as Message));
    await client.subscribeAsync(`hanan/v1/chips/${chip.chipNo}/down/#`, { qos: 1 });
    return self;
  }

  /** `relay` as it is now: a chip that is at work says so when it comes back. */
  async birth(relay: 'open' | 'closed' = 'open'): Promise<void> {
    await this.publish('birth', {
      ...{ v: 1, boot: this.boot, seq: 0, ...this.clock(), fw: '1.0.0', hw: 'T1', relay, tamper: false },
      ...{ buffered: { fromSeq: 1, toSeq: 0 }, rssi: -60, hotp: 0, input: 'keypad' },
    });
  }

  /** Sends one event; `at` overrides the chip's clock for what happened in the past. */
  async event(kind: string, extra: Message = {}): Promise<number> {
    this.seq += 1;
    await this.publish('events', {
      v: 1,
      boot: this.boot,
      seq: this.seq,
      events: [{ kind, ...this.clock(), ...extra }],
    });
    return this.seq;
  }

  /** `beside`: what stands beside the samples in the message, as a position does. */
  async samples(samples: Message[], beside: Message = {}): Promise<number> {
    this.seq += 1;
    await this.publish('samples', {
      v: 1,
      boot: this.boot,
      seq: this.seq,
      samples: samples.map((s) => ({ ...this.clock(), ...s })),
      ...beside,
    });
    return this.seq;
  }

  async reply(command: Message, answer: Message): Promise<void> {
    await this.publish('replies', { v: 1, boot: this.boot, command: command['id'], t: this.clock()['t'], ...answer });
  }

  /** The next command of a kind, already received or still to come. */
  async command(kind: string, withinMs = 5_000): Promise<Message> {
    return this.until(() => this.commands.find((command) => command['kind'] === kind), withinMs, `command ${kind}`);
  }

  async ackOf(seq: number, withinMs = 5_000): Promise<void> {
    const stored = () => this.acknowledged.find(([boot, from, to]) => boot === this.boot && from <= seq && seq <= to);
    await this.until(stored, withinMs, `acknowledgement of ${seq}`);
  }

  async close(): Promise<void> {
    await this.client.endAsync(true);
  }

  publish(kind: string, message: Message | string | Buffer): Promise<unknown> {
    const payload = typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message);
    return this.client.publishAsync(`hanan/v1/chips/${this.chipNo}/up/${kind}`, payload, { qos: 1 });
  }

  private clock = (): Message => ({ t: Date.now() + this.aheadMs, up: Date.now() + this.aheadMs - this.bornAt });

  private receive(topic: string, message: Message): void {
    if (topic.endsWith('/acks'))
      for (const [from, to] of message['seqs'] as [number, number][])
        this.acknowledged.push([Number(message['boot']), from, to]);
    else this.commands.push(message);
    this.waiting.splice(0).forEach((wake) => wake());
  }

  private async until<T>(find: () => T | undefined, withinMs: number, what: string): Promise<T> {
    const deadline = Date.now() + withinMs;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const left = deadline - Date.now();
      if (left <= 0) throw new Error(`no ${what} within ${withinMs} ms; commands ${JSON.stringify(this.commands)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
  }
}
