import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { newUnlockKey } from '../../src/platform/config/unlock-key';
import { BufferingChip } from '../support/buffering-chip';
import { emptyCopy } from '../support/database';
import { enrollChips, type EnrolledChip } from '../support/enrolled-chips';

const ROOT = join(__dirname, '../..');
const SEED = Number(process.env['SEED'] ?? 20_261_124);
const KILLS = Number(process.env['KILLS'] ?? 3);
const CHIPS = 4;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

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
  let enrolled: EnrolledChip[];
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
    enrolled = await enrollChips(sql, { masterKey, searchKey }, CHIPS);
    chips = enrolled.map(({ chipNo, secretHex }) => new BufferingChip(chipNo, secretHex, port));
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
      const raised = await sql.query('select kind, state from violations where machine_id = $1', [
        enrolled[n]!.machineId,
      ]);
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
