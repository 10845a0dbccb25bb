import { createHmac } from 'node:crypto';
import { connect, type MqttClient } from 'mqtt';

export interface LinkOptions {
  /** `mqtt://` or `mqtts://`. */
  readonly url: string;
  readonly chipNo: string;
  /** What may open the door, what is tried first first; asked for anew at each try. */
  readonly secrets: () => readonly Uint8Array[];
  readonly boot: number;
  /** How long a lost connection waits for its next try; chips must not all come back in the same instant. */
  readonly reconnectMs: number;
}

export interface LinkListener {
  /** Subscribed and ready to publish: the moment for a birth. */
  /** `secret`: the one that opened the door. */
  connected(secret: Uint8Array): void;
  disconnected(): void;
  command(message: Readonly<Record<string, unknown>>): void;
  acknowledged(message: Readonly<Record<string, unknown>>): void;
  refused(reason: string): void;
}

const KEEP_ALIVE_S = 60;
/** The broker's answer to a wrong password. */
const NOT_AUTHORISED = 5;

export const chipPassword = (chipNo: string, secret: Uint8Array): string =>
  createHmac('sha256', secret).update(`hanan-mqtt-v1:${chipNo}`).digest('hex');

/** The wire of one chip: MQTT 3.1.1, persistent session, QoS 1 both ways, nothing retained (docs/chip-protocol.md). */
export class MqttLink {
  private readonly client: MqttClient;
  private readonly root: string;
  private shown: Uint8Array = new Uint8Array();
  private refusals = 0;

  constructor(
    private readonly options: LinkOptions,
    listener: LinkListener,
  ) {
    const { chipNo, boot } = options;
    this.root = `hanan/v1/chips/${chipNo}`;
    this.client = connect(options.url, {
      ...{ clientId: chipNo, username: chipNo, password: this.password() },
      ...{ protocolVersion: 4, clean: false, keepalive: KEEP_ALIVE_S, reconnectPeriod: options.reconnectMs },
      will: {
        topic: `${this.root}/up/death`,
        payload: Buffer.from(JSON.stringify({ v: 1, boot })),
        qos: 1,
        retain: false,
      },
    });
    this.client.on('connect', () => this.subscribe(listener));
    this.client.on('close', () => listener.disconnected());
    this.client.on('error', (fault) => this.beRefused(fault, listener));
    this.client.on('reconnect', () => (this.client.options.password = this.password()));
    this.client.on('message', (topic, payload) => this.receive(topic, payload, listener));
  }

  get connected(): boolean {
    return this.client.connected;
  }

  /** Resolves when the broker has taken it over; that is no promise that it is stored. */
  async publish(topic: string, payload: string): Promise<void> {
    await this.client.publishAsync(`${this.root}/up/${topic}`, payload, { qos: 1 });
  }

  /** With `force` the line is cut without goodbye, so that the broker sends the will. */
  async close(force = false): Promise<void> {
    await this.client.endAsync(force);
  }

  /** With two secrets the other one is shown after a refusal. */
  private password(): string {
    const secrets = this.options.secrets();
    this.shown = secrets[this.refusals % secrets.length]!;
    return chipPassword(this.options.chipNo, this.shown);
  }

  private beRefused(fault: Error, listener: LinkListener): void {
    if ((fault as { code?: unknown }).code === NOT_AUTHORISED) this.refusals += 1;
    // the client gives up after a refusal, unless told now that there is another secret to show
    this.client.options.reconnectOnConnackError = this.options.secrets().length > 1;
    listener.refused(fault.message);
  }

  private subscribe(listener: LinkListener): void {
    const under = this.shown;
    this.refusals = 0;
    this.client.subscribe(`${this.root}/down/#`, { qos: 1 }, (fault) => {
      if (fault) listener.refused(fault.message);
      else if (this.connected) listener.connected(under);
    });
  }

  private receive(topic: string, payload: Buffer, listener: LinkListener): void {
    const message = readObject(payload);
    if (!message) return;
    if (topic === `${this.root}/down/acks`) listener.acknowledged(message);
    if (topic === `${this.root}/down/commands`) listener.command(message);
  }
}

function readObject(payload: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(payload.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
