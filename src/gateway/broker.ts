import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Injectable, Logger } from '@nestjs/common';
import {
  Aedes,
  type AuthenticateError,
  type AuthErrorCode,
  type Client,
  type PublishPacket,
  type Subscription,
} from 'aedes';
import { SECOND } from '../kernel/time';
import { Config } from '../platform/config/config';
import { Clock } from '../platform/time/clock';
import { askForCertificate, certifiedName } from './chip-certificate';
import { ChipLogin } from './chip-login';
import { decode } from './decode';
import { GatewayMetrics } from './gateway-metrics';
import { Intake } from './intake';
import { PacketLimit } from './packet-limit';
import { Sessions } from './sessions';
import { TakeoverAlarm } from './takeover-alarm';
import { subscribedTopics, upTopic } from './topics';

/** A longer packet ends the connection. */
const LONGEST_PACKET = 64 * 1_024;

/**
 * Connections that may wait to be taken. Where Node's own 511 are full, the system throws a handshake away that the chip
 * takes for done, and resets it half a minute later. The system's `net.core.somaxconn` limits this.
 */
const MOST_WAITING = 16_384;

/** QoS 2 messages of one chip that wait for their release; more end the connection. */
const MOST_UNRELEASED = 20;
/** Seconds; a client that asks for more, or for no limit, is cut off after one and a half times this. */
const LONGEST_SILENCE_S = 600;

const SERVER_UNAVAILABLE = 3 as AuthErrorCode;

/** The MQTT broker in this process: who may connect, publish and subscribe. What chips say goes into the intake. */
@Injectable()
export class Broker {
  private readonly logger = new Logger('broker');
  private readonly servers: Server[] = [];
  private aedes: Aedes | undefined;

  constructor(
    private readonly config: Config,
    private readonly login: ChipLogin,
    private readonly sessions: Sessions,
    private readonly takeovers: TakeoverAlarm,
    private readonly intake: Intake,
    private readonly metrics: GatewayMetrics,
    private readonly clock: Clock,
  ) {}

  /** The port of the plain listener, as the system gave it. */
  get port(): number {
    const address = this.servers[0]?.address() as AddressInfo | null | undefined;
    if (!address) throw new Error('the broker does not listen');
    return address.port;
  }

  get listening(): boolean {
    return this.servers.length > 0 && this.servers.every((server) => server.listening);
  }

  async listen(): Promise<void> {
    const aedes = await Aedes.createBroker({
      connectTimeout: 10 * SECOND,
      drainTimeout: 30 * SECOND,
      maxInflightInbound: MOST_UNRELEASED,
    });
    this.aedes = aedes;
    aedes.preConnect = (_client, packet, done) => {
      packet.keepalive = Math.min(packet.keepalive || LONGEST_SILENCE_S, LONGEST_SILENCE_S);
      packet.clean = true; // nothing is kept for who is away: commands and acknowledgements are sent again out of the database
      done(null, true);
    };
    aedes.authenticate = (client, userName, password, done) => void this.authenticate(client, userName, password, done);
    aedes.authorizePublish = (client, packet, done) => this.publish(client, packet, done);
    aedes.authorizeSubscribe = (client, subscription, done) => this.subscribe(client, subscription, done);
    aedes.on('ack', (_packet, client) => this.sessions.confirmed(client));
    aedes.on('unsubscribe', (filters, client) => this.unsubscribe(client, filters));
    aedes.on('clientError', (client, fault) => this.lost(client, fault));
    aedes.on('connectionError', (client, fault) => this.lost(client, fault));
    const { mqttPort, mqttTlsPort, mqttBind, tlsCert, tlsKey, mqttClientCa } = this.config;
    await this.open(
      createServer((socket) => this.connect(socket)),
      mqttPort,
      mqttBind,
    );
    if (mqttTlsPort === null || tlsCert === null || tlsKey === null) return;
    const identity = { cert: readFileSync(tlsCert), key: readFileSync(tlsKey), minVersion: 'TLSv1.2' as const };
    const secure = createTlsServer({ ...identity, ...askForCertificate(mqttClientCa) }, (socket) =>
      this.connect(socket),
    );
    secure.on('tlsClientError', (fault) => this.logger.debug({ event: 'broker.tls-failed', err: fault }));
    await this.open(secure, mqttTlsPort, mqttBind);
  }

  /** No new connections; those that are open stay, to be told what was stored. */
  stopListening(): void {
    for (const server of this.servers) server.close();
  }

  async close(): Promise<void> {
    this.stopListening();
    await new Promise<void>((resolve) => (this.aedes ? this.aedes.close(resolve) : resolve()));
  }

  private async open(server: Server, port: number, host: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      server.once('error', (fault: NodeJS.ErrnoException) => reject(cannotListen(fault, port, host)));
      server.listen({ port, host, backlog: MOST_WAITING }, resolve);
    });
    server.on('error', (fault) => this.logger.error({ event: 'broker.listener-failed', err: fault }));
    this.servers.push(server);
  }

  private connect(socket: Socket): void {
    socket.setNoDelay(true);
    socket.setKeepAlive(true, 60 * SECOND);
    this.limitPackets(socket);
    this.aedes?.handle(socket);
  }

  /** Aedes gathers a packet whole, however long; so its announced length is looked at before. */
  private limitPackets(socket: Socket): void {
    const limit = new PacketLimit(LONGEST_PACKET);
    const read = socket.read.bind(socket);
    socket.read = (size?: number): unknown => {
      const chunk = read(size) as Buffer | null;
      if (chunk === null || limit.passes(chunk)) return chunk;
      this.metrics.tooLong.inc();
      socket.destroy();
      return null;
    };
  }

  private async authenticate(
    client: Client,
    userName: string | undefined,
    password: Buffer | undefined,
    done: (error: AuthenticateError | null, success: boolean | null) => void,
  ): Promise<void> {
    const shown = { clientId: client.id, userName, password, certified: certifiedName(client.conn) };
    const admitted = await this.login.admits(shown).catch((fault: unknown) => {
      this.logger.warn({ event: 'broker.login-unavailable', err: fault });
      return null;
    });
    if (admitted === null)
      return done(
        Object.assign(new Error('the register cannot be asked now'), { returnCode: SERVER_UNAVAILABLE }),
        null,
      );
    if (!admitted) {
      this.metrics.refusedLogins.inc();
      return done(null, false);
    }
    if (!client.closed) this.beginSession(client);
    done(null, true);
  }

  private beginSession(client: Client): void {
    const { id: chipNo, conn } = client;
    const address = (conn as Socket).remoteAddress ?? '';
    const before = this.sessions.find(chipNo);
    if (before && !before.client.closed) this.takeovers.displaced(chipNo, address, before.address);
    const since = this.clock.now();
    this.sessions.begin({ chipNo, client, address, since, listens: new Map(), unconfirmed: 0, welcomed: false });
    conn.once('close', () => this.sessions.end(client));
  }

  /** Held back while the intake is full: the chip gets its PUBACK only once the message is in the queue. */
  private publish(client: Client | null, packet: PublishPacket, done: (error?: Error | null) => void): void {
    const chipNo = client ? this.sessions.of(client)?.chipNo : undefined;
    const kind = chipNo === undefined ? null : upTopic(packet.topic, chipNo);
    if (chipNo === undefined || kind === null) return done(this.foreign());
    packet.retain = false;
    this.metrics.messages.inc({ kind });
    if (kind === 'death') return done(null); // said by the broker, not by the chip: presence comes from messages
    const raw = { chipNo, topic: packet.topic, kind, payload: bytesOf(packet), receivedAt: this.clock.now() };
    const message = decode(raw);
    if (message.type === 'unreadable') this.metrics.unreadable.inc();
    this.intake.bring({ raw, message }, () => done(null));
  }

  private subscribe(
    client: Client,
    subscription: Subscription,
    done: (error: Error | null, subscription?: Subscription | null) => void,
  ): void {
    const session = this.sessions.of(client);
    const topics = session ? subscribedTopics(subscription.topic, session.chipNo) : [];
    if (!session || topics.length === 0) return done(this.foreign());
    const qos = subscription.qos === 0 ? 0 : 1;
    for (const topic of topics) session.listens.set(topic, qos);
    done(null, { ...subscription, qos });
  }

  private unsubscribe(client: Client, filters: readonly string[]): void {
    const session = this.sessions.of(client);
    for (const filter of filters)
      for (const topic of subscribedTopics(filter, session?.chipNo ?? '')) session?.listens.delete(topic);
  }

  /** Ends the connection: aedes closes it on an error. */
  private foreign(): Error {
    this.metrics.foreignTopics.inc();
    return new Error('not a topic of this chip');
  }

  private lost(client: Client | null, fault: Error): void {
    this.logger.debug({ event: 'broker.connection-lost', chipNo: client?.id ?? null, reason: fault.message });
  }
}

const bytesOf = ({ payload }: PublishPacket): Buffer => (Buffer.isBuffer(payload) ? payload : Buffer.from(payload));

const cannotListen = (fault: NodeJS.ErrnoException, port: number, host: string): Error =>
  fault.code === 'EADDRINUSE'
    ? new Error(`The MQTT port ${port} on ${host} is taken by another program. Stop that one, or set MQTT_PORT.`)
    : new Error(`MQTT cannot listen on ${host}:${port}: ${fault.message}. Check MQTT_BIND and MQTT_PORT.`);
