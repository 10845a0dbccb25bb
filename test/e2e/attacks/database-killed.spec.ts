import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { startPlatform, type Platform } from '../../../src/boot';
import { Config } from '../../../src/platform/config/config';
import { newUnlockKey, readUnlockKey } from '../../../src/platform/config/unlock-key';

const ADMIN = 'Admin-Password-2026';

/** Five seconds on a machine that does nothing else; suites run side by side. */
const BACK_WITHIN_MS = 15_000;

/** As the finding was seen: the embedded server is killed below a running platform. */
describe('S14 the embedded database is killed', () => {
  let platform: Platform;
  let dataDir: string;
  const said: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'hanan-killed-'));
    chmodSync(dataDir, 0o711);
    const config = new Config({
      dataDir,
      port: 0,
      mqttPort: 0,
      logLevel: 'silent',
      adminPassword: ADMIN,
      requestsPerSecond: 100_000,
      jwtSecret: randomBytes(32).toString('hex'),
      masterKeys: new Map([[1, randomBytes(32)]]),
      searchKey: randomBytes(32),
      unlockKeys: [readUnlockKey(newUnlockKey())],
    });
    platform = await startPlatform(config, (line) => said.push(line));
  }, 120_000);
  afterAll(async () => {
    await platform?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  const pid = (): number => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const http = () => supertest(platform.url);
  const logIn = () => http().post('/api/v1/auth/login').send({ username: 'admin', password: ADMIN });

  it.each(['SIGKILL', 'SIGQUIT', 'SIGKILL'] as const)(
    'by %s: 503 with Retry-After meanwhile, never 500; served again within seconds',
    async (signal) => {
      const { accessToken } = (await logIn().expect(200)).body as { accessToken: string };
      const before = pid();
      process.kill(before, signal);
      const killedAt = Date.now();
      const seen: { status: number; retryAfter: unknown }[] = [];
      const ask = async (): Promise<boolean> => {
        const answers = await Promise.all([
          http().get('/api/v1/users').set('authorization', `Bearer ${accessToken}`),
          logIn(),
        ]);
        seen.push(...answers.map(({ status, headers }) => ({ status, retryAfter: headers['retry-after'] })));
        return answers.every(({ status }) => status === 200);
      };
      const notReady = await http().get('/health/ready');
      while (!(await ask()) && Date.now() - killedAt < 20_000) await sleep(50);
      expect(Date.now() - killedAt).toBeLessThan(BACK_WITHIN_MS);
      expect(seen.filter(({ status }) => ![200, 503].includes(status))).toEqual([]);
      expect(seen.filter(({ status, retryAfter }) => status === 503 && retryAfter === undefined)).toEqual([]);
      if (notReady.status !== 200) {
        // `database` and `migrations` each ask the server once; it may come back between the two.
        const down = Object.entries(notReady.body.parts).filter(([, state]) => state === 'down');
        expect(notReady.body.status).toBe('unavailable');
        expect(down.map(([part]) => part)).toContainEqual(expect.stringMatching(/^(database|migrations)$/));
      }
      expect(pid()).not.toBe(before);
      expect((await http().get('/health/ready')).status).toBe(200);
      expect(said.join('\n')).toContain('The database server runs again.');
    },
    60_000,
  );
});
