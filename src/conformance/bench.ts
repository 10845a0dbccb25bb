import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Aedes, type Client, type PublishPacket } from 'aedes';
import { passwordOf } from './password';
import { MessageRules } from './message-rules';

export type Body = Readonly<Record<string, unknown>>;

export interface Heard {
  readonly kind: string;
  readonly body: Body;
  /** The bytes, as text. */
  readonly text: string;
  readonly at: number;
  /** Counts connections: 1 is the first. */
  readonly connection: number;
}

export interface Login {
  readonly clientId: string;
  readonly userName: string | undefined;
  readonly password: string;
  readonly admitted: boolean;
}

/** The platform as one chip sees it: a broker that keeps everything, says what a case wants said, and loses what it wants lost. */
export class Bench {
  readonly heard: Heard[] = [];
  readonly logins: Login[] = [];
  readonly rules = new MessageRules();
  /** Secrets that open the door now. */
  secrets: Buffer[];
  /** Whether numbered messages are acknowledged as they come, and since when not. */
  private acknowledges = true;
  private leftOutFrom = 0;
  private aedes!: Aedes;
  private server!: Server;
  private client: Client | null = null;
  private connections = 0;
  private serial = 0;
  private waiting: (() => void)[] = [];

  constructor(
    readonly chipNo: string,
    secret: Buffer,
    readonly patienceMs: number,
  ) {
    this.secrets = [secret];
  }

  async open(port: number, host: string): Promise<void> {
    this.aedes = await Aedes.createBroker({ connectTimeout: 10_000 });
    this.aedes.preConnect = (_client, packet, done) => {
      packet.clean = true; // the platform keeps nothing for who is away
      done(null, true);
    };
    this.aedes.authenticate = (client, userName, password, done) => done(null, this.admit(client, userName, password));
    this.aedes.authorizePublish = (client, packet, done) => {
      this.hear(client, packet);
      done(null);
    };
    this.aedes.authorizeSubscribe = (_client, subscription, done) => {
      this.rules.subscribed(this.chipNo, subscription.topic);
      done(null, subscription);
    };
    this.aedes.on('clientError', () => undefined);
    this.aedes.on('clientDisconnect', (client) => {
      if (this.client === client) this.client = null;
      this.wake();
    });
    this.server = createServer((socket) => this.aedes.handle(socket)).listen(port, host);
    await once(this.server, 'listening');
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get connected(): boolean {
    return this.client !== null;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.aedes.close(() => done()));
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  /** The line breaks, as where a mast falls. */
  cut(): void {
    const { client } = this;
    this.client = null;
    client?.conn.destroy();
  }

  send(name: 'commands' | 'acks', body: Body): void {
    const topic = `hanan/v1/chips/${this.chipNo}/down/${name}`;
    const payload = Buffer.from(JSON.stringify({ v: 1, ...body }));
    this.aedes.publish({ cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false }, () => undefined);
  }

  /** Returns the command's number. */
  command(kind: string, body: Body = {}): string {
    this.serial += 1;
    const id = `CONFORM${String(this.serial).padStart(6, '0')}`;
    this.send('commands', { id, kind, ...body });
    return id;
  }

  acknowledge(boot: number, from: number, to: number): void {
    this.send('acks', { boot, seqs: [[from, to]] });
  }

  /** Makes up for every acknowledgement that was left out. */
  acknowledgeAll(): void {
    if (this.acknowledges) return;
    this.acknowledges = true;
    for (const { kind, body } of this.heard.slice(this.leftOutFrom))
      if (isNumbered(kind, body)) this.acknowledge(Number(body['boot']), Number(body['seq']), Number(body['seq']));
  }

  /** From now on nothing is acknowledged. */
  leaveOutAcks(): void {
    this.acknowledges = false;
    this.leftOutFrom = this.mark();
  }

  /** How many messages were heard: the place from which a later look begins. */
  mark = (): number => this.heard.length;

  /** The first message since `from` for which it holds; null where none came in time. */
  async look(holds: (heard: Heard) => boolean, from: number, withinMs = this.patienceMs): Promise<Heard | null> {
    return this.until(() => this.heard.slice(from).find(holds) ?? null, withinMs);
  }

  async until<T>(find: () => T | null, withinMs = this.patienceMs): Promise<T | null> {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = find();
      const left = end - Date.now();
      if (found !== null || left <= 0) return found;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  private admit(client: Client, userName: string | undefined, password: Buffer | undefined): boolean {
    const shown = password?.toString() ?? '';
    const named = client.id === this.chipNo && userName === this.chipNo;
    const admitted = named && this.secrets.some((secret) => passwordOf(this.chipNo, secret) === shown);
    this.logins.push({ clientId: client.id, userName, password: shown, admitted });
    if (admitted) {
      this.connections += 1;
      this.client = client;
      this.rules.connected();
    }
    this.wake();
    return admitted;
  }

  private hear(client: Client | null, packet: PublishPacket): void {
    if (!client) return;
    const text = packet.payload.toString();
    const kind = this.rules.heard(this.chipNo, packet, text);
    if (kind === null || kind === 'death') return;
    const body = objectOf(text);
    this.heard.push({ kind, body, text, at: Date.now(), connection: this.connections });
    if (this.acknowledges && isNumbered(kind, body))
      this.acknowledge(Number(body['boot']), Number(body['seq']), Number(body['seq']));
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

const isNumbered = (kind: string, { boot, seq }: Body): boolean =>
  (kind === 'samples' || kind === 'events') && Number.isSafeInteger(boot) && Number.isSafeInteger(seq);

function objectOf(text: string): Body {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Body) : {};
  } catch {
    return {};
  }
}
