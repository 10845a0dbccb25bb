import { Injectable } from '@nestjs/common';
import type { PublishPacket } from 'aedes';
import type { Instant } from '../kernel/time';
import { GatewayMetrics } from './gateway-metrics';
import { downTopic, type DownTopic } from './topics';

/** The way to a chip: its own connection, or the cloud of its vendor. */
export interface Line {
  readonly closed: boolean;
  publish(packet: PublishPacket, done: () => void): void;
  close(): void;
}

/** A chip's connection. */
export interface Session {
  readonly chipNo: string;
  readonly client: Line;
  readonly address: string;
  readonly since: Instant;
  /** Its subscriptions: topic by quality of service. */
  readonly listens: Map<DownTopic, 0 | 1>;
  /** Messages sent and not yet confirmed by the chip. */
  unconfirmed: number;
  /** Its birth was heard and answered: from then on it knows the time, and its tokens fit. */
  welcomed: boolean;
}

/** A chip that confirms nothing gets no more acknowledgements; the next one that reaches it makes up for them. */
const MOST_UNCONFIRMED = 64;

/** The chips that are connected to this process, and the way down to them. */
@Injectable()
export class Sessions {
  private readonly open = new Map<string, Session>();
  private readonly byClient = new WeakMap<Line, Session>();

  constructor(private readonly metrics: GatewayMetrics) {
    metrics.watch('hanan_mqtt_connected', 'Chips connected now', () => this.open.size);
  }

  get size(): number {
    return this.open.size;
  }

  begin(session: Session): void {
    this.open.set(session.chipNo, session);
    this.byClient.set(session.client, session);
  }

  end(client: Line): void {
    const session = this.byClient.get(client);
    if (session && this.open.get(session.chipNo) === session) this.open.delete(session.chipNo);
  }

  of(client: Line): Session | undefined {
    return this.byClient.get(client);
  }

  find(chipNo: string): Session | undefined {
    return this.open.get(chipNo);
  }

  /** Whether a message on a topic would reach the chip now. */
  reaches(chipNo: string, topic: DownTopic): boolean {
    return this.open.get(chipNo)?.listens.has(topic) ?? false;
  }

  /** Sends at once or not at all: what must not be lost lies in the database and is sent again. */
  send(chipNo: string, topic: DownTopic, message: object): boolean {
    const session = this.open.get(chipNo);
    const qos = session?.listens.get(topic);
    if (!session || qos === undefined || session.client.closed) return false;
    if (topic === 'acks' && session.unconfirmed >= MOST_UNCONFIRMED) return false;
    if (qos === 1) session.unconfirmed += 1;
    const payload = Buffer.from(JSON.stringify(message));
    const packet = {
      cmd: 'publish',
      topic: downTopic(chipNo, topic),
      payload,
      qos,
      retain: false,
      dup: false,
    } as const;
    session.client.publish(packet, () => undefined); // a connection that broke says so itself
    this.metrics.sent.inc({ topic });
    return true;
  }

  /** Ends a chip's connection; it comes back. */
  drop(chipNo: string): void {
    this.open.get(chipNo)?.client.close();
  }

  confirmed(client: Line): void {
    const session = this.byClient.get(client);
    if (session) session.unconfirmed = Math.max(0, session.unconfirmed - 1);
  }
}
