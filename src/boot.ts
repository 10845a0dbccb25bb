import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { Broker } from './gateway/broker';
import { MakeFirstAdmin } from './modules/identity/first-admin';
import { Config, talksWithChips } from './platform/config/config';
import type { DatabaseAddress } from './platform/database/database-address';
import { openDatabase } from './platform/database/open-database';
import { furnishHttp, httpAdapter } from './platform/http/http-server';
import { serveApiDocs } from './platform/http/api-docs';

const EVERY_ADDRESS = '0.0.0.0';

const LOOK_FOR_IDLE_MS = 50;
/** For requests under way; a stop without any takes no time. */
const LONGEST_CLOSE_MS = 6_000;

/** A platform that answers. */
export interface Platform {
  readonly app: NestFastifyApplication;
  /** How this machine reaches it. */
  readonly url: string;
  /** Null where this process talks with no chips. */
  readonly mqttPort: number | null;
  /** The password of a user `admin` that was made just now; to be printed once. */
  readonly adminPassword: string | null;
  stop(): Promise<void>;
}

export type Say = (line: string) => void;

/** Starts the database where it is embedded, brings it up to date, and serves. What was started is stopped again when a later part fails. */
export async function startPlatform(config: Config, say: Say): Promise<Platform> {
  const database = await openDatabase(config, say);
  let app: NestFastifyApplication | undefined;
  try {
    const options = { bufferLogs: true, abortOnError: false };
    app = await NestFactory.create<NestFastifyApplication>(
      AppModule.with(config, database.address),
      httpAdapter(config),
      options,
    );
    app.useLogger(app.get(Logger));
    return await serve(app, config, () => database.close());
  } catch (fault) {
    await app?.close();
    await database.close();
    throw fault;
  }
}

/** The last steps, which tests share: HTTP is furnished and listens, the first user is there. */
export async function serve(
  app: NestFastifyApplication,
  config: Config,
  closeDatabase: () => Promise<void>,
): Promise<Platform> {
  await furnishHttp(app, config);
  serveApiDocs(app);
  await app.listen(config.port, EVERY_ADDRESS);
  const adminPassword = await app.get(MakeFirstAdmin).execute(config.adminPassword);
  const address = app.getHttpServer().address() as { port: number };
  return {
    app,
    url: `http://127.0.0.1:${address.port}`,
    mqttPort: talksWithChips(config) ? app.get(Broker).port : null,
    adminPassword,
    stop: async () => {
      await close(app);
      await closeDatabase();
    },
  };
}

/** Requests under way are answered; a connection kept alive after its answer would otherwise hold the process for a minute. */
async function close(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_FOR_IDLE_MS);
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_CLOSE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}

/** The features without HTTP and without timers, for a command line. */
export async function withFeatures<T>(
  config: Config,
  address: DatabaseAddress,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const quiet = new Config({ ...config, role: 'api', logLevel: 'warn' });
  const app = await NestFactory.createApplicationContext(AppModule.with(quiet, address), {
    abortOnError: false,
    logger: false,
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
