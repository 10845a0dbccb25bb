import 'reflect-metadata';
import { mkdirSync } from 'node:fs';
import { startPlatform } from '../../src/boot';
import { Config } from '../../src/platform/config/config';
import { newUnlockKey, readUnlockKey } from '../../src/platform/config/unlock-key';

const REPORT_EVERY_MS = 200;

/** The whole platform in a process that may be killed. It tells its parent where it is and how much memory it holds. */
async function main(): Promise<void> {
  const {
    BENCH_DATABASE: databaseUrl = '',
    BENCH_FOLDER: dataDir = '',
    BENCH_PASSWORD: adminPassword = '',
  } = process.env;
  mkdirSync(dataDir, { recursive: true });
  const key = Buffer.alloc(32, 7); // the same for each process that goes on with the work
  const config = new Config({
    ...{ port: 0, mqttPort: 0, dataDir, databaseUrl, databaseDirectUrl: databaseUrl, adminPassword },
    ...{ requestsPerSecond: 100_000, logLevel: 'error', jwtSecret: key.toString('hex') },
    ...{ masterKeys: new Map([[1, key]]), searchKey: key, unlockKeys: [readUnlockKey(newUnlockKey())] },
  });
  const { url } = await startPlatform(config, () => undefined);
  setInterval(() => process.send?.({ url, rss: process.memoryUsage().rss }), REPORT_EVERY_MS);
  // what is in use, without what only waits to be collected
  process.on('message', () => {
    global.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.({ live: heapUsed + external });
  });
}

main().catch((fault: unknown) => {
  process.stderr.write(`${String((fault as Error).stack ?? fault)}\n`);
  process.exit(1);
});
