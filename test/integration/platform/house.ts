import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { IdentityModule } from '../../../src/modules/identity/identity.module';
import { PasswordHasher } from '../../../src/modules/identity/password-hasher';
import { AccessGuard } from '../../../src/platform/auth/access.guard';
import { Config } from '../../../src/platform/config/config';
import { newUnlockKey, readUnlockKey } from '../../../src/platform/config/unlock-key';
import { DatabaseAddress } from '../../../src/platform/database/database-address';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { HttpModule } from '../../../src/platform/http/http.module';
import { ProblemFilter } from '../../../src/platform/http/problem.filter';
import { LocalTextMessages } from '../../../src/platform/messaging/local-text-messages';
import { PlatformModule } from '../../../src/platform/platform.module';
import { Clock } from '../../../src/platform/time/clock';
import { emptyCopy } from '../../support/database';
import { IdentityPorts } from '../../support/ports';

export const PASSWORD = 'Test-Password-2026';

/** A clock that a test turns. It starts now, for access tokens are checked against the real time. */
export class TestClock extends Clock {
  private ahead = 0;

  override now(): number {
    return Date.now() + this.ahead;
  }

  elapse(ms: number): void {
    this.ahead += ms;
  }
}

interface NewUser {
  readonly id: string;
  readonly roles: readonly string[];
  readonly regionCode?: string;
  readonly enterpriseId?: string;
  readonly welderId?: string;
}

/** Platform and identity as they ship, over HTTP, on a database of their own: guard, filter, pipe and idempotency included. */
export class House {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: TestClock,
    readonly config: Config,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(
    values: Partial<Config> = {},
    prepare: (app: NestFastifyApplication) => Promise<void> = () => Promise.resolve(),
  ): Promise<House> {
    const { url, drop } = await emptyCopy();
    const clock = new TestClock();
    const config = testConfig(values);
    const compiled = await Test.createTestingModule({
      imports: [PlatformModule.with(config, new DatabaseAddress(url, url)), HttpModule, IdentityModule, IdentityPorts],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useExisting: ProblemFilter },
      ],
    })
      .overrideProvider(Clock)
      .useValue(clock)
      .compile();
    const app = compiled.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: ['fatal'] });
    app.setGlobalPrefix('api/v1');
    await prepare(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new House(app, clock, config, url, drop);
  }

  get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T {
    return this.app.get(type, { strict: false });
  }

  get http() {
    return supertest(this.app.getHttpServer());
  }

  query<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.get(UnitOfWork).run(systemScope('test'), (tx) => tx.query<T>(sql, params));
  }

  /** An account without a use case; the name to sign in with is the id in lower case. */
  async user({ id, roles, regionCode, enterpriseId, welderId }: NewUser): Promise<void> {
    await this.query(
      `insert into users (id, username, name, password_hash, roles, region_code, enterprise_id, welder_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id, id.toLowerCase(), `测试${id}`, await this.get(PasswordHasher).hash(PASSWORD), roles,
        regionCode ?? null, enterpriseId ?? null, welderId ?? null, new Date(this.clock.now()),
      ], // prettier-ignore
    );
  }

  logIn(username: string, password = PASSWORD) {
    return this.http.post('/api/v1/auth/login').send({ username, password });
  }

  async tokenOf(username: string): Promise<string> {
    return ((await this.logIn(username).expect(200)).body as { accessToken: string }).accessToken;
  }

  lastTextTo(phone: string): string {
    return this.get(LocalTextMessages).lastTo(phone) ?? '';
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}

export const testConfig = (values: Partial<Config> = {}): Config =>
  new Config({
    dataDir: mkdtempSync(join(tmpdir(), 'hanan-house-')),
    jwtSecret: 'a secret of a test, long enough for HS256',
    masterKeys: new Map([[1, Buffer.alloc(32, 1)]]),
    searchKey: Buffer.alloc(32, 2),
    unlockKeys: [readUnlockKey(newUnlockKey())],
    logLevel: 'silent',
    databasePoolSize: 5,
    ...values,
  });

export const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

/** The refresh cookie an answer set, as it is sent back. */
export function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const [cookie = ''] = (answer.headers['set-cookie'] ?? []) as string[];
  return cookie.split(';')[0] ?? '';
}

export const codeOf = (answer: { status: number; body: unknown }): string =>
  `${answer.status} ${(answer.body as { code?: string }).code ?? ''}`.trim();
