import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import sharp from 'sharp';
import supertest from 'supertest';
import { AppModule } from '../../src/app.module';
import { serve } from '../../src/boot';
import { Config } from '../../src/platform/config/config';
import { newUnlockKey, readUnlockKey } from '../../src/platform/config/unlock-key';
import { DatabaseAddress } from '../../src/platform/database/database-address';
import { systemScope } from '../../src/platform/database/scope';
import { UnitOfWork } from '../../src/platform/database/unit-of-work';
import { httpAdapter } from '../../src/platform/http/http-server';
import { LocalTextMessages } from '../../src/platform/messaging/local-text-messages';
import { Clock } from '../../src/platform/time/clock';
import { emptyCopy, type DatabaseCopy } from './database';

/** The whole platform on a database of its own, with HTTP and MQTT on free ports, and a clock that can be moved on. */
export interface TestApp {
  readonly request: ReturnType<typeof supertest>;
  readonly url: string;
  readonly mqttPort: number;
  readonly adminPassword: string;
  readonly config: Config;
  readonly app: NestFastifyApplication;
  /** As the system sees it. */
  sql<T = Record<string, unknown>>(text: string, params?: readonly unknown[]): Promise<T[]>;
  /** Lets time pass for the platform: its clock runs on from there. */
  elapse(ms: number): Promise<void>;
  /** The latest text message to a phone. */
  lastTextTo(phone: string): string;
  /** Some JPEG. */
  photo(): Promise<Buffer>;
  close(): Promise<void>;
}

class ShiftedClock extends Clock {
  shiftMs = 0;
  override now(): number {
    return Date.now() + this.shiftMs;
  }
}

/** Longer than one turn of every loop that acts on time. */
const A_TURN_MS = 1_500;

/** `opened`: its database where that is more than a copy of the template. */
export async function startApp(change: Partial<Config> = {}, opened?: DatabaseCopy): Promise<TestApp> {
  const database = opened ?? (change.databaseUrl ? besideAnother(change.databaseUrl) : await emptyCopy());
  const dataDir = mkdtempSync(join(tmpdir(), 'hanan-app-'));
  const config = testConfig(dataDir, database.url, change);
  const clock = new ShiftedClock();
  const modules = await Test.createTestingModule({
    imports: [AppModule.with(config, new DatabaseAddress(database.url, database.url))],
  })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = modules.createNestApplication<NestFastifyApplication>(httpAdapter(config), { logger: false });
  const platform = await serve(app, config, async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const uow = app.get(UnitOfWork);
  return {
    request: supertest(platform.url),
    url: platform.url,
    mqttPort: platform.mqttPort ?? 0,
    adminPassword: config.adminPassword ?? '',
    config,
    app,
    sql: (text, params) => uow.run(systemScope('test'), (tx) => tx.query(text, params)),
    elapse: async (ms) => {
      clock.shiftMs += ms;
      await new Promise((resolve) => setTimeout(resolve, A_TURN_MS));
    },
    lastTextTo: (phone) => app.get(LocalTextMessages).lastTo(phone) ?? '',
    photo: () =>
      sharp({ create: { width: 320, height: 240, channels: 3, background: '#c0703a' } })
        .jpeg()
        .toBuffer(),
    close: () => platform.stop(),
  };
}

/** A second process on the database of another app, which drops it. */
const besideAnother = (url: string) => ({ url, drop: () => Promise.resolve() });

function testConfig(dataDir: string, databaseUrl: string, change: Partial<Config>): Config {
  return new Config({
    port: 0,
    mqttPort: 0,
    publicUrl: 'https://hanan.test.example',
    requestsPerSecond: 100_000,
    logLevel: 'silent',
    dataDir,
    databaseUrl,
    databaseDirectUrl: databaseUrl,
    adminPassword: 'Admin-Password-2026',
    jwtSecret: randomBytes(32).toString('hex'),
    masterKeys: new Map([[1, randomBytes(32)]]),
    tipKeys: new Map([[1, randomBytes(32)]]),
    searchKey: randomBytes(32),
    unlockKeys: [readUnlockKey(newUnlockKey()), readUnlockKey(newUnlockKey())],
    ...change,
  });
}
