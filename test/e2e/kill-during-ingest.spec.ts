import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync, type MqttClient } from 'mqtt';
import { Client } from 'pg';
import { makeCode } from '../../src/domain/registry/code';
import { newUnlockKey } from '../../src/platform/config/unlock-key';
import { Sealer } from '../../src/platform/database/sealer';
import { emptyCopy } from '../support/database';
import { inventedChip } from '../support/people';
import { chipPassword } from '../support/test-chip';

const ROOT = join(__dirname, '../..');
const SEED = Number(process.env['SEED'] ?? 20_261_124);
const KILLS = Number(process.env['KILLS'] ?? 3);
const CHIPS = 4;
const IN_FLIGHT = 40;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A chip that keeps what is not acknowledged, and sends it again, the oldest first, whenever it is connected anew. */
class BufferingChip {
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
      await pause(50);
    }
  }

  get told(): number {
    return this.seq;
  }

  /** Says nothing new from now on; what is in the buffer goes on being sent. */
  finish(): void {
    this.stopped = true;
  }

  get done(): boolean {
    return this.stopped && this.buffer.size === 0;
  }

  async drain(): Promise<void> {
    while (this.buffer.size > 0) {
      await this.session().catch(() => undefined);
      await pause(50);
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
      if (!this.stopped && this.buffer.size < IN_FLIGHT) this.say();
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

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe(`kill -9 during ingest, ${KILLS} times (seed ${SEED})`, () => {
  const masterKey = randomBytes(32);
  const searchKey = randomBytes(32);
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-kill-'));
  let database: { url: string; drop(): Promise<void> };
  let sql: Client;
  let port: number;
  let platform: ChildProcess;
  let chips: BufferingChip[];

  const start = async (): Promise<void> => {
    platform = spawn(process.execPath, ['-r', join(ROOT, 'test/support/register-swc.cjs'), join(ROOT, 'src/main.ts')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...{ PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: '0', MQTT_PORT: String(port), LOG_LEVEL: 'silent' },
        ...{
          DATABASE_URL: database.url,
          JWT_SECRET: randomBytes(32).toString('hex'),
          UNLOCK_SIGNING_KEY: newUnlockKey(),
        },
        ...{
          MASTER_KEY: masterKey.toString('base64'),
          TIP_KEY: masterKey.toString('base64'),
          SEARCH_KEY: searchKey.toString('base64'),
          ADMIN_PASSWORD: 'Admin-Password-2026',
        },
      },
    });
    let said = '';
    for await (const chunk of platform.stdout!) {
      said += String(chunk);
      if (said.includes('is ready')) break;
    }
    if (!said.includes('is ready')) throw new Error(`the platform did not start: ${said}`);
    platform.stdout?.resume();
  };

  beforeAll(async () => {
    database = await emptyCopy();
    sql = new Client({ connectionString: database.url });
    await sql.connect();
    await sql.query(`select set_config('hanan.scope', 'system', false)`);
    port = await freePort();
    const sealer = new Sealer({ masterKeys: new Map([[1, masterKey]]), searchKey });
    chips = [];
    for (let n = 1; n <= CHIPS; n += 1) {
      const { chipNo, secretHex } = inventedChip(n);
      await sql.query(
        `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, $2, 'T', 't', now())`,
        [chipNo, sealer.seal('chip.secret', secretHex)],
      );
      await sql.query(
        `insert into machines (id, code, model, process, control, region_code, created_at) values ($1, $2, 'ZX7', 'MMA', 'cut', '411003', now())`,
        [`M${n}`, makeCode(Buffer.from(`machine-${n}`.padStart(12)))],
      );
      await sql.query(
        `insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, now() - interval '1 day')`,
        [chipNo, `M${n}`],
      );
      chips.push(new BufferingChip(chipNo, secretHex, port));
    }
    await start();
  }, 60_000);

  afterAll(async () => {
    if (platform.exitCode === null && platform.signalCode === null) platform.kill('SIGKILL');
    await sql.end();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const storedSeqs = async (chipNo: string): Promise<number[]> => {
    const { rows } = await sql.query<{ seq: number }>('select seq from chip_events where chip_no = $1 order by seq', [
      chipNo,
    ]);
    return rows.map(({ seq }) => seq);
  };

  it('every acknowledged message is stored, nothing twice, and nobody is accused twice', async () => {
    let state = SEED;
    const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const living = chips.map((chip) => chip.live());
    for (let kill = 0; kill < KILLS; kill += 1) {
      const goal = chips[0]!.told + 40 + Math.floor(chance() * 120);
      while (chips[0]!.told < goal) await pause(5);
      platform.kill('SIGKILL');
      await once(platform, 'exit');
      const acknowledged = chips.map((chip) => [...chip.acknowledged]);
      for (const [n, chip] of chips.entries()) {
        const stored = new Set(await storedSeqs(chip.chipNo));
        expect(acknowledged[n]!.filter((seq) => !stored.has(seq))).toEqual([]);
      }
      await start();
    }
    while (chips.some(({ told }) => told < 300)) await pause(20);
    chips.forEach((chip) => chip.finish());
    await Promise.all(living);
    await Promise.all(chips.map((chip) => chip.drain()));

    for (const [n, chip] of chips.entries()) {
      expect(await storedSeqs(chip.chipNo)).toEqual(Array.from({ length: chip.told }, (_, i) => i + 1));
      const { rows } = await sql.query('select count(*)::int as n from message_digests where chip_no = $1', [
        chip.chipNo,
      ]);
      expect(rows).toEqual([{ n: chip.told }]);
      const raised = await sql.query('select kind, state from violations where machine_id = $1', [`M${n + 1}`]);
      expect(raised.rows).toEqual([{ kind: 'off-platform', state: 'open' }]);
    }
    const tampered = await sql.query(`select 1 from violations where kind = 'chip-tampered'`);
    expect(tampered.rows).toEqual([]);
  }, 120_000);

  it('asked to stop it is gone within three seconds', async () => {
    const asked = Date.now();
    platform.kill('SIGTERM');
    const [code] = (await once(platform, 'exit')) as [number | null];
    expect({ code, inTime: Date.now() - asked < 3_000 }).toEqual({ code: 0, inTime: true });
  });
});
