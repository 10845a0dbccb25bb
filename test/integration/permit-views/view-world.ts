import { Global, Module, type Type } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { makeCode } from '../../../src/domain/registry/code';
import type { PermitState, Regime } from '../../../src/domain/permits/permit';
import { HOUR, type Instant } from '../../../src/kernel/time';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { IdentityModule } from '../../../src/modules/identity/identity.module';
import { UsersReader } from '../../../src/modules/identity/users.reader';
import { CertificatesModule } from '../../../src/modules/certificates/certificates.module';
import { OutsideDoubts } from '../../../src/modules/permits/people/outside-doubts';
import { ContractsModule } from '../../../src/modules/contracts/contracts.module';
import { PermitPapers } from '../../../src/modules/permits/page/permit-papers';
import { SamePeople } from '../../../src/modules/permits/people/same-people.reader';
import { WatcherCertificateStore } from '../../../src/modules/permits/watchers/watcher-certificate.store';
import { ConflictsReader } from '../../../src/modules/permits/conflicts.reader';
import { DelegationStore } from '../../../src/modules/permits/delegations/delegation.store';
import { PermitDetails } from '../../../src/modules/permits/page/permit-detail';
import { PermitLoader } from '../../../src/modules/permits/permit-loader';
import { PermitPartsView } from '../../../src/modules/permits/page/permit-parts.view';
import { PermitPeople } from '../../../src/modules/permits/people/permit-people';
import { PermitUsability } from '../../../src/modules/permits/page/permit-usability';
import { SignaturesDue } from '../../../src/modules/permits/people/signatures-due.view';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import { PermitsModule } from '../../../src/modules/permits/permits.module';
import { WorkRecords } from '../../../src/modules/permits/running-jobs.port';
import { PermitViewsModule } from '../../../src/modules/permit-views/permit-views.module';
import { GridsModule } from '../../../src/modules/regions/grids/grids.module';
import { RegistryModule } from '../../../src/modules/registry/registry.module';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { FactorPolicies } from '../../../src/modules/identity/second-factor/factor-policies.port';
import { FactorPoliciesOfRules } from '../../../src/modules/rules/factor-policies-of-rules';
import { RulesModule } from '../../../src/modules/rules/rules.module';
import type { Caller } from '../../../src/platform/auth/caller';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import type { Tx } from '../../../src/platform/database/unit-of-work';
import { ProblemFilter } from '../../../src/platform/http/problem.filter';
import { ProblemWriter } from '../../../src/platform/http/problem';
import { ChipsAtWork } from '../../../src/modules/registry/chips/chips-at-work.port';
import { requestPipe } from '../../../src/platform/http/request-pipe';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import { FileStore } from '../../../src/platform/files/file-store';
import { VirusScanner } from '../../../src/platform/files/virus-scanner';
import { OwnPhotos } from '../../../src/platform/files/own-photos';
import { TextAllowance } from '../../../src/platform/messaging/text-allowance';
import { TextMessages } from '../../../src/platform/messaging/text-messages';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { IdentityPorts } from '../../support/ports';
import { TestClock, TestPlatform } from '../registry/desk';

/** Tuesday 2026-11-24, 16:00 in China. */
export const NOW: Instant = Date.parse('2026-11-24T08:00:00Z');
export const PLACE = { lat: 34.12, lng: 113.82 };

const PARTS = [
  ConflictsReader,
  PermitStore,
  PermitLoader,
  PermitDetails,
  PermitPartsView,
  PermitPeople,
  PermitUsability,
  SignaturesDue,
  DelegationStore,
  WatcherCertificateStore,
  PermitPapers,
  OutsideDoubts,
  SamePeople,
];

/** What views ask of the permits' room, without its commands and timers. */
@Module({
  imports: [IdentityModule, GridsModule, RulesModule, RegistryModule, CertificatesModule, ContractsModule],
  providers: [...PARTS, { provide: WorkRecords, useValue: { lastWorkAt: () => Promise.resolve(null) } }],
  exports: PARTS,
})
class ReadablePermits {}

@Global()
@Module({
  imports: [RulesModule],
  providers: [
    { provide: FileStore, useValue: new FileStore(new VirusScanner({ clamdAddress: null })) },
    OwnPhotos,
    TextAllowance,
    { provide: TextMessages, useValue: {} },
    { provide: ChipsAtWork, useValue: { hasOpenJob: () => Promise.resolve(false) } },
    { provide: FactorPolicies, useExisting: FactorPoliciesOfRules },
  ],
  exports: [FileStore, OwnPhotos, TextAllowance, TextMessages, ChipsAtWork, FactorPolicies],
})
class Rest {}

export interface PermitChange {
  readonly id?: string;
  readonly number?: string;
  readonly regime?: Regime;
  readonly level?: string;
  readonly proposed_level?: string;
  readonly state?: PermitState;
  readonly planned_start?: Instant;
  readonly planned_end?: Instant;
  readonly [column: string]: unknown;
}

/** The room of views on a real database with invented enterprises and people, and a clock in the test's hand. */
export class ViewWorld {
  private serial = 0;
  private app: NestFastifyApplication | undefined;

  private constructor(
    private readonly db: TestDatabase,
    readonly clock: TestClock,
  ) {}

  static async open(): Promise<ViewWorld> {
    const db = await freshDatabase();
    const world = new ViewWorld(db, new TestClock());
    try {
      await world.build();
    } catch (fault) {
      await world.close();
      throw fault;
    }
    return world;
  }

  private async build(): Promise<void> {
    this.clock.at = NOW;
    const modules = await Test.createTestingModule({
      imports: [TestPlatform.on(this.db.uow, this.clock), Rest, IdentityPorts, PermitViewsModule],
    })
      .overrideModule(PermitsModule)
      .useModule(ReadablePermits)
      .compile();
    this.app = modules.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    this.app.useGlobalPipes(requestPipe());
    this.app.useGlobalFilters(new ProblemFilter(new ProblemWriter(this.get(Catalogue))));
    this.app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRequest', async (request) => {
        Object.assign(request, { caller: await this.caller(String(request.headers['x-user'])) });
      });
    await this.app.init();
    await this.app.getHttpAdapter().getInstance().ready();
    await this.settle();
  }

  async close(): Promise<void> {
    await this.app?.close();
    await this.db.close();
  }

  /** Over HTTP as somebody; the guard is not there, only who asks. */
  as(userId: string) {
    const http = supertest(this.app!.getHttpServer());
    const headers = { 'x-user': userId, 'accept-language': 'zh-CN' };
    return {
      get: (path: string) => http.get(path).set(headers),
      post: (path: string, body: object) => http.post(path).set(headers).send(body),
      delete: (path: string) => http.delete(path).set(headers),
    };
  }

  get<T>(type: Type<T>): T {
    return this.app!.get(type, { strict: false });
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.uow.run(systemScope('test'), work);
  }

  runIn<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.uow.run(scope, work);
  }

  refreshRules(): Promise<void> {
    return this.get(RulesReader).refresh();
  }

  sql<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.run((tx) => tx.query<T>(text, params));
  }

  async clearPermits(): Promise<void> {
    for (const table of [
      'permit_signatures',
      'permit_measures',
      'permit_gas_tests',
      'permit_site_visits',
      'permit_paper_records',
      'permit_history',
      'permit_welders',
      'permits',
    ])
      await this.sql(`delete from ${table}`);
    await this.sql('delete from nearby_activities');
  }

  /** Two enterprises of one county and one of another, each with a manager, safety officer, head and watcher; a welder. */
  private async settle(): Promise<void> {
    await this.sql(`insert into regions (code, name, parent) values ('4101', '测试市', '41') on conflict do nothing`);
    await this.sql(
      `insert into regions (code, name, parent) values ('410102', '测试别区', '4101') on conflict do nothing`,
    );
    await this.sql(
      `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at) values
         ('E1', '建安一厂', 'company', 'chemical', '411003', '测试', 'x', now()),
         ('E2', '建安二厂', 'company', 'manufacturing', '411003', '测试', 'x', now()),
         ('E3', '外区工厂', 'company', 'construction', '410102', '测试', 'x', now())`,
    );
    await this.sql(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked, region_code,
         enterprise_id, code, created_at)
       values ('W1', '张三丰', 'x', 'h1', '4110**********1234', 'x', 'p1', '138****5678', '411003', 'E1', 'WELDERCODE', now()),
         ('W2', '李四', 'x', 'h2', '4110**********4321', 'x', 'p2', '138****8765', '411003', null, 'WELDERCOD2', now())`,
    );
    await this.sql(
      `insert into users (id, username, name, roles, region_code, enterprise_id, welder_id, created_at)
       select u.*, now() from (values
         ('U0', 'admin', '管理员', array['admin'], null, null, null),
         ('U1', 'regulator', '监管员', array['regulator'], '411003', null, null),
         ('U9', 'outside', '外区监管', array['regulator'], '410102', null, null),
         ('M1', 'manager1', '赵经理', array['enterprise-manager'], null, 'E1', null),
         ('S1', 'safety1', '钱安全', array['safety-officer'], null, 'E1', null),
         ('H1', 'head1', '欧阳总工', array['enterprise-head'], null, 'E1', null),
         ('F1', 'watch1', '孙监护', array['fire-watcher'], null, 'E1', null),
         ('M2', 'manager2', '周经理', array['enterprise-manager'], null, 'E2', null),
         ('S2', 'safety2', '吴安全', array['safety-officer'], null, 'E2', null),
         ('M3', 'manager3', '郑经理', array['enterprise-manager'], null, 'E3', null),
         ('V1', 'welder1', '张三丰', array['welder'], null, null, 'W1'),
         ('V2', 'welder2', '李四', array['welder'], null, null, 'W2')) as u(id, username, name, roles, region_code, enterprise_id, welder_id)`,
    );
  }

  /** Somebody as the guard knows them. */
  async caller(userId: string): Promise<Caller> {
    const user = await this.run((tx) => this.get(UsersReader).byId(tx, userId));
    if (!user) throw new Error(`no user ${userId}`);
    return callerOf(user, '127.0.0.1');
  }

  /** A permit of E1 for work from now on, unless told otherwise; answers its id. Later ones are newer. */
  async permit(change: PermitChange = {}, welders: readonly string[] = []): Promise<string> {
    const n = (this.serial += 1);
    const { planned_start, planned_end, ...columns } = {
      id: `P${String(n).padStart(5, '0')}`,
      number: `411003-20261124-${String(n).padStart(4, '0')}`,
      code: makeCode(Buffer.from(`permit-${n}`.padStart(12))),
      regime: 'general',
      level: 'ordinary',
      proposed_level: 'ordinary',
      state: 'issued',
      enterprise_id: 'E1',
      region_code: '411003',
      place_name: '一号车间',
      ...PLACE,
      radius_m: 100,
      content: '焊接支架',
      method: '焊条电弧焊',
      applicant_id: 'M1',
      created_at: new Date(NOW),
      planned_start: NOW,
      planned_end: NOW + 4 * HOUR,
      ...change,
    };
    const row: Record<string, unknown> = {
      ...columns,
      planned_start: new Date(planned_start),
      planned_end: new Date(planned_end),
    };
    const names = Object.keys(row);
    await this.sql(
      `insert into permits (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
      names.map((name) => row[name]),
    );
    for (const welder of welders)
      await this.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [row.id, welder]);
    return String(row.id);
  }
}
