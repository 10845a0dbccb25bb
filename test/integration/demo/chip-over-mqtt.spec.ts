import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { performance } from 'node:perf_hooks';
import { Aedes } from 'aedes';
import { Chip } from '../../../src/simulator/chip';
import { FlashMemory } from '../../../src/simulator/flash';
import { chipPassword } from '../../../src/simulator/mqtt-link';
import { Random } from '../../../src/simulator/random';
import { readKey } from '../../../src/simulator/token-check';

type Message = Record<string, unknown>;

const CHIP = 'TEST0000000001';
const SECRET = Buffer.from('5f'.repeat(32), 'hex');
const pair = generateKeyPairSync('ed25519');
const KEY = readKey({ ...pair.publicKey.export({ format: 'jwk' }), kid: 'A' });

/** As little of a platform as a chip can tell from the real one: it keeps what it hears and says what a test wants said. */
class Broker {
  readonly heard: { kind: string; body: Message; text: string }[] = [];
  readonly refused: string[] = [];
  private serial = 0;

  private constructor(
    readonly port: number,
    private readonly aedes: Aedes,
    private readonly server: Server,
  ) {
    aedes.authenticate = (client, username, password, done) => {
      const good = username === CHIP && client?.id === CHIP && password?.toString() === chipPassword(CHIP, SECRET);
      if (!good) this.refused.push(String(username));
      done(null, good);
    };
    aedes.on('publish', ({ topic, payload }) => {
      const kind = /\/up\/(.+)$/.exec(topic)?.[1];
      if (!kind) return;
      const text = payload.toString();
      this.heard.push({ kind, text, body: JSON.parse(text) as Message });
    });
  }

  static async open(): Promise<Broker> {
    const aedes = await Aedes.createBroker();
    const server = createServer(aedes.handle);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new Broker((server.address() as { port: number }).port, aedes, server);
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.aedes.close(() => done()));
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  /** Breaks all lines, as a mast that falls. */
  cut(): void {
    for (const client of Object.values(
      (this.aedes as unknown as { clients: Record<string, { conn: { destroy(): void } }> }).clients,
    ))
      client.conn.destroy();
  }

  send(topic: string, body: Message): Promise<void> {
    const payload = Buffer.from(JSON.stringify({ v: 1, ...body }));
    return new Promise((done, fail) =>
      this.aedes.publish(
        { cmd: 'publish', topic: `hanan/v1/chips/${CHIP}/down/${topic}`, payload, qos: 1, retain: false, dup: false },
        (fault) => (fault ? fail(fault) : done()),
      ),
    );
  }

  command(kind: string, body: Message = {}): Promise<void> {
    this.serial += 1;
    return this.send('commands', { id: `c${this.serial}`, kind, ...body });
  }

  unlock(job: string, boot: number): Promise<void> {
    const iat = Math.floor(Date.now() / 1000);
    const claims = {
      iss: 'hanan',
      sub: CHIP,
      jti: job,
      iat,
      exp: iat + 10,
      until: iat + 600,
      idle: 600,
      boot,
      outlet: 1,
    };
    const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${encoded({ alg: 'EdDSA', kid: 'A' })}.${encoded(claims)}`;
    return this.command('unlock', {
      token: `${text}.${sign(null, Buffer.from(text), pair.privateKey).toString('base64url')}`,
    });
  }

  of = (kind: string): Message[] => this.heard.filter((one) => one.kind === kind).map(({ body }) => body);
  events = (): string[] =>
    this.of('events').flatMap((body) => (body['events'] as { kind: string }[]).map(({ kind }) => kind));

  async until(holds: () => boolean): Promise<void> {
    for (let waited = 0; !holds(); waited += 5) {
      if (waited > 10_000) throw new Error(`not heard; so far ${JSON.stringify(this.heard.map(({ text }) => text))}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

describe('a simulated chip over real MQTT', () => {
  let broker: Broker;
  const chips: Chip[] = [];

  beforeEach(async () => {
    broker = await Broker.open();
  });
  afterEach(async () => {
    await Promise.all(chips.splice(0).map((chip) => chip.powerOff()));
    await broker.close();
  });

  function newChip(secret = SECRET): Chip {
    const chip = new Chip({
      make: { chipNo: CHIP, secret, outlets: 1, keys: [KEY], position: { lat: 34.12, lng: 113.82, accuracyM: 12 } },
      ...{ mqttUrl: `mqtt://127.0.0.1:${broker.port}`, process: 'MMA', ratedCurrentA: 400 },
      ...{ flash: new FlashMemory(null), random: new Random(1), ticks: () => performance.now() },
    });
    chips.push(chip);
    chip.powerOn();
    return chip;
  }

  async function atWork(chip: Chip, job: string, boot = 1): Promise<void> {
    await broker.until(() => broker.of('birth').some((birth) => birth['boot'] === boot));
    await broker.command('time', { t: Date.now() });
    await broker.unlock(job, boot);
    expect(await chip.until(() => chip.holds(job), 5_000)).toBe(true);
  }

  it('is born, takes the time, gives power for a token, welds under the job, and locks', async () => {
    const chip = newChip();
    expect(chip.strike()).toBe(false);
    await atWork(chip, '01JOB');
    expect(chip.strike()).toBe(true);
    await broker.until(() => broker.events().includes('arc-start'));
    chip.release();
    await broker.command('lock', { job: '01JOB', reason: 'finished' });
    await broker.until(() => broker.of('replies').length === 2);
    expect(broker.of('replies')).toMatchObject([
      { ok: true, relay: 'closed' },
      { ok: true, relay: 'open' },
    ]);
    await broker.until(() => broker.events().includes('relay-opened'));
    expect(broker.events()).toEqual([
      'power-on',
      'unlock-used',
      'relay-closed',
      'arc-start',
      'arc-stop',
      'relay-opened',
    ]);
    expect(broker.heard.find(({ kind }) => kind === 'birth')?.body).toMatchObject({
      boot: 1,
      seq: 0,
      relay: 'open',
      hotp: 0,
    });
  });

  it('an arc dies when the relay opens under it', async () => {
    const chip = newChip();
    await atWork(chip, '01JOB');
    chip.strike();
    await broker.command('lock', { reason: 'stop-order' });
    await broker.until(() => broker.events().includes('arc-stop'));
    expect(chip.arcing).toBe(false);
    expect(chip.strike()).toBe(false);
  });

  it('whoever wires past the relay burns without a job', async () => {
    const chip = newChip();
    chip.bypass(true);
    expect(chip.strike()).toBe(true);
    await broker.until(() => broker.events().includes('arc-start'));
    const [event] = broker.of('events').at(-1)?.['events'] as Message[];
    expect(event).not.toHaveProperty('job');
    chip.bypass(false);
    await broker.until(() => broker.events().includes('arc-stop'));
  });

  it('keeps what was not acknowledged, and sends it again in the same bytes: when asked, and after a broken line', async () => {
    const chip = newChip();
    await broker.until(() => broker.of('birth').length === 1 && broker.of('events').length === 1);
    chip.report('moved');
    chip.report('fault');
    await broker.until(() => broker.of('events').length === 3);
    await broker.send('acks', { boot: 1, seqs: [[1, 2]] });
    expect(await chip.until(() => chip.unacknowledged === 1, 5_000)).toBe(true);
    await broker.command('resend', { boot: 1, fromSeq: 1, toSeq: 3 });
    await broker.until(() => broker.of('events').length === 4);
    broker.cut();
    await broker.until(() => broker.of('birth').length === 2);
    await broker.until(() => broker.of('events').length === 5);
    expect(broker.of('birth')[1]).toMatchObject({ buffered: { fromSeq: 3, toSeq: 3 } });
    const third = broker.heard
      .filter(({ kind, body }) => kind === 'events' && body['seq'] === 3)
      .map(({ text }) => text);
    expect(third).toHaveLength(3);
    expect(new Set(third).size).toBe(1);
    await broker.until(() => broker.of('death').length === 1);
  });

  it('after a power cut the relay is open, the boot one higher, and the old boot’s token worth nothing', async () => {
    const chip = newChip();
    await atWork(chip, '01JOB');
    await chip.restart();
    expect(chip.relay).toBe('open');
    await broker.until(() => broker.of('birth').some((birth) => birth['boot'] === 2));
    await broker.command('time', { t: Date.now() });
    await broker.unlock('01LATE', 1);
    await broker.until(() => broker.of('replies').some((reply) => reply['error'] === 'wrong-boot'));
    expect(chip.relay).toBe('open');
  });

  it('with a wrong secret it does not get in', async () => {
    const chip = newChip(Buffer.alloc(32, 1));
    await broker.until(() => broker.refused.length > 0);
    expect(chip.connected).toBe(false);
    expect(broker.heard).toEqual([]);
  });
});
