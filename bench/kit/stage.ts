import { startApp, type TestApp } from '../../test/support/app';
import { emptyCopy, type DatabaseCopy } from '../../test/support/database';
import { openBenchDatabase } from './bench-database';

/** A platform on a database that was prepared, and as many copies of that database as somebody wants. */
export interface Stage<T> {
  readonly app: TestApp;
  readonly prepared: T;
  /** As it was before the platform began. */
  copy(): Promise<DatabaseCopy>;
  close(): Promise<void>;
}

const UNLIMITED = { requestsPerSecond: 1_000_000 };

/**
 * `prepare` has a platform of its own, which ends before the one of the bench begins: PostgreSQL copies only databases that
 * nobody uses.
 */
export async function openStage<T>(
  prepare: (app: TestApp) => Promise<T>,
  change: Parameters<typeof startApp>[0] = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<Stage<T>> {
  const server = await openBenchDatabase(settings);
  try {
    await server.client.end();
    const before = await emptyCopy();
    const first = await startApp(UNLIMITED, { ...before, drop: () => Promise.resolve() });
    const { jwtSecret, masterKeys, searchKey, unlockKeys, tipKeys } = first.config;
    const prepared = await prepare(first).finally(() => first.close());
    const same = { jwtSecret, masterKeys, searchKey, unlockKeys, tipKeys };
    const app = await startApp({ ...UNLIMITED, ...same, ...change }, await emptyCopy(before.name));
    return {
      app,
      prepared,
      copy: () => emptyCopy(before.name),
      close: async () => {
        await app.close();
        await server.close();
      },
    };
  } catch (fault) {
    await server.close();
    throw fault;
  }
}
