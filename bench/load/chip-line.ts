import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import {
  connectPacket,
  FrameReader,
  pubackPacket,
  publishPacket,
  subscribePacket,
  topicBytes,
  type Frame,
} from './mqtt-frames';

/** How chips are known to the platform. */
export interface ChipSecret {
  readonly chipNo: string;
  readonly secretHex: string;
}

/** Where the broker listens. */
export interface Broker {
  readonly port: number;
  readonly tls?: boolean;
}

type Kind = 'birth' | 'samples' | 'events' | 'replies';
export type Message = Record<string, unknown>;

const LARGEST_ID = 65_535;

/** What a line does with what it hears. */
interface Ears {
  acks(message: Message): void;
  command(message: Message): void;
  published(): void;
}

/** One chip's connection: it subscribes to all that is for it, and confirms what it gets. */
export class ChipLine {
  readonly ears: Ears = { acks: () => undefined, command: () => undefined, published: () => undefined };
  private readonly topics: Readonly<Record<Kind, Buffer>>;
  private id = 0;
  private waits: { resolve: () => void; reject: (fault: Error) => void } | null = null;
  private gathering = false;

  private constructor(
    readonly chipNo: string,
    private readonly socket: Socket,
  ) {
    const topic = (kind: Kind): Buffer => topicBytes(`hanan/v1/chips/${chipNo}/up/${kind}`);
    this.topics = {
      birth: topic('birth'),
      samples: topic('samples'),
      events: topic('events'),
      replies: topic('replies'),
    };
  }

  static open({ port, tls = false }: Broker, { chipNo, secretHex }: ChipSecret): Promise<ChipLine> {
    const password = createHmac('sha256', Buffer.from(secretHex, 'hex')).update(`hanan-mqtt-v1:${chipNo}`);
    return new Promise((resolve, reject) => {
      // the certificate is the tests' own; what is timed is the handshake
      const socket = tls
        ? connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false })
        : connect({ port, host: '127.0.0.1', noDelay: true });
      const line = new ChipLine(chipNo, socket);
      line.waits = { resolve: () => resolve(line), reject };
      line.listen();
      socket.once(tls ? 'secureConnect' : 'connect', () => {
        socket.write(connectPacket(chipNo, password.digest('hex')));
        socket.write(subscribePacket(`hanan/v1/chips/${chipNo}/down/#`));
      });
    });
  }

  /** QoS 1. Messages of one turn of the event loop leave in one write. */
  publish(kind: Kind, message: Message): void {
    this.id = this.id === LARGEST_ID ? 1 : this.id + 1;
    if (!this.gathering) {
      this.gathering = true;
      this.socket.cork();
      process.nextTick(() => {
        this.gathering = false;
        this.socket.uncork();
      });
    }
    this.socket.write(publishPacket(this.topics[kind], this.id, JSON.stringify(message)));
  }

  close(): void {
    this.socket.destroy();
  }

  private listen(): void {
    const reader = new FrameReader();
    this.socket.on('data', (chunk: Buffer) => reader.take(chunk).forEach((frame) => this.hear(frame)));
    this.socket.on('error', (fault) => this.waits?.reject(fault));
    this.socket.on('close', () => this.waits?.reject(new Error('the broker hung up')));
  }

  private hear(frame: Frame): void {
    switch (frame.kind) {
      case 'connack':
        if (frame.code !== 0) this.waits?.reject(new Error(`refused with ${frame.code}`));
        return;
      case 'suback':
        this.waits?.resolve();
        this.waits = null;
        return;
      case 'puback':
        return this.ears.published();
      case 'publish': {
        if (frame.id !== null) this.socket.write(pubackPacket(frame.id));
        const message = JSON.parse(frame.payload.toString()) as Message;
        if (frame.topic.endsWith('/acks')) this.ears.acks(message);
        else this.ears.command(message);
      }
    }
  }
}
