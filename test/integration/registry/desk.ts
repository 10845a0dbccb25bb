import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Journal } from '../../../src/platform/audit/journal';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Request } from '../../../src/platform/auth/request';
import { Config } from '../../../src/platform/config/config';
import { UnitOfWork, type Tx } from '../../../src/platform/database/unit-of-work';
import { systemScope } from '../../../src/platform/database/scope';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import type { Language } from '../../../src/kernel/language';
import { Sealer } from '../../../src/platform/database/sealer';
import { Clock } from '../../../src/platform/time/clock';
import { FileStore } from '../../../src/platform/files/file-store';
import { VirusScanner } from '../../../src/platform/files/virus-scanner';
import { OwnPhotos } from '../../../src/platform/files/own-photos';
import { Metrics } from '../../../src/platform/observability/metrics';
import { Ids } from '../../../src/platform/time/ids';
import { RefusalError, type Refusal } from '../../../src/kernel/refusal';
import type { Result } from '../../../src/kernel/result';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { ChipsAtWork } from '../../../src/modules/registry/chips/chips-at-work.port';
import { EnterpriseStore } from '../../../src/modules/registry/enterprises/enterprise.store';
import { RollOutForecast } from '../../../src/modules/rules/roll-out/roll-out-forecast.port';
import { freshDatabase, type TestDatabase } from '../../support/database';

export const PUBLIC_URL = 'https://weld.example.cn';

/** A clock that a test turns. */
export class TestClock extends Clock {
  at = Date.parse('2026-11-24T08:00:00Z');

  override now(): number {
    return this.at;
  }
}

const sealer = new Sealer({ masterKeys: new Map([[1, Buffer.alloc(32, 1)]]), searchKey: Buffer.alloc(32, 2) });
const config = new Config({
  publicUrl: PUBLIC_URL,
  jwtSecret: 'x',
  masterKeys: new Map(),
  searchKey: Buffer.alloc(0),
  unlockKeys: [],
});

/** A world without jobs. */
const NOBODY_WORKS: ChipsAtWork = { hasOpenJob: () => Promise.resolve(false) };

/** A world without scans. */
const NOBODY_SCANS: RollOutForecast = { foreseeMode: () => Promise.resolve({ scans: 0, newlyRefused: 0 }) };

@Global()
@Module({})
export class TestPlatform {
  static on(uow: UnitOfWork, clock: Clock): DynamicModule {
    const shared = [
      { provide: UnitOfWork, useValue: uow },
      { provide: Clock, useValue: clock },
      { provide: Sealer, useValue: sealer },
      { provide: Config, useValue: config },
      { provide: ChipsAtWork, useValue: NOBODY_WORKS },
      { provide: RollOutForecast, useValue: NOBODY_SCANS },
      Ids,
      Journal,
      Catalogue,
      FileStore,
      VirusScanner,
      Metrics,
      OwnPhotos,
    ];
    return { module: TestPlatform, providers: shared, exports: shared };
  }
}

/** Modules on a real database, without HTTP: use cases are asked directly. */
export class Desk {
  private constructor(
    private readonly db: TestDatabase,
    readonly clock: TestClock,
    private readonly modules: { get<T>(type: Type<T>): T },
  ) {}

  static async open(...modules: (Type<unknown> | DynamicModule)[]): Promise<Desk> {
    const db = await freshDatabase();
    const clock = new TestClock();
    const compiled = await Test.createTestingModule({
      imports: [TestPlatform.on(db.uow, clock), ...modules],
    }).compile();
    return new Desk(db, clock, { get: (type) => compiled.get(type, { strict: false }) });
  }

  get<T>(type: Type<T>): T {
    return this.modules.get(type);
  }

  get sealer(): Sealer {
    return sealer;
  }

  /** Looks at the database with nobody's eyes. */
  query<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.db.uow.run(systemScope('test'), (tx) => tx.query<T>(sql, params));
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.uow.run(systemScope('test'), work);
  }

  /** An enterprise without a use case, so that a test may start from it. */
  async enterprise(id: string, regionCode: string): Promise<string> {
    await this.run((tx) =>
      this.get(EnterpriseStore).insert(tx, {
        id,
        name: `测试企业${id}`,
        uscc: null,
        usccException: null,
        kind: 'individual',
        industry: 'repair',
        regionCode,
        contactName: '测试联系人',
        contactPhoneSealed: sealer.seal('enterprise.phone', '19900000000'),
        status: 'active',
        headcount: null,
        headcountConfirmedAt: null,
        version: 1,
        createdAt: this.clock.at,
      }),
    );
    return id;
  }

  /** A request by somebody, arriving now. */
  asked(caller: Caller, language: Language = 'zh-CN'): Request {
    return { caller, language, at: this.clock.at };
  }

  close(): Promise<void> {
    return this.db.close();
  }
}

const person = { id: 'USER', name: '测试', regionCode: null, enterpriseId: null, welderId: null };

export const admin: Caller = callerOf({ ...person, roles: ['admin'] }, '127.0.0.1');
export const official = (role: string, regionCode: string): Caller =>
  callerOf({ ...person, roles: [role], regionCode }, null);
export const manager = (enterpriseId: string): Caller =>
  callerOf({ ...person, roles: ['enterprise-manager'], enterpriseId }, null);
export const welderCaller = (welderId: string): Caller => callerOf({ ...person, roles: ['welder'], welderId }, null);

/** What came back, for a test that takes it for granted. */
export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Kind and code of the refusal, whether it was returned or thrown to undo the transaction. */
export async function refusal(asked: Promise<Result<unknown, Refusal>>): Promise<string> {
  try {
    const result = await asked;
    return result.ok ? 'allowed' : `${result.refusal.kind} ${result.refusal.code}`;
  } catch (thrown) {
    if (thrown instanceof RefusalError) return `${thrown.refusal.kind} ${thrown.refusal.code}`;
    throw thrown;
  }
}
