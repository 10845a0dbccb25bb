import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { makeCode } from '../../../src/domain/registry/code';
import type { Refusal } from '../../../src/kernel/refusal';
import { RefusalError } from '../../../src/kernel/refusal';
import type { Result } from '../../../src/kernel/result';
import { HOUR, MINUTE, type Instant } from '../../../src/kernel/time';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { ChipDispatcher } from '../../../src/modules/jobs/chip-dispatcher.port';
import { JobsModule } from '../../../src/modules/jobs/jobs.module';
import { CommandPermit } from '../../../src/modules/permits/steps/command-permit';
import { CreateDraft } from '../../../src/modules/permits/draft/create-draft';
import { FindPermit } from '../../../src/modules/permits/page/find-permit';
import type { PermitCommandRequest } from '../../../src/modules/permits/steps/permit-command.dto';
import { PermitClock } from '../../../src/modules/permits/time/permit-clock';
import type { PermitView } from '../../../src/modules/permits/page/permit-detail.dto';
import type { CreatePermitRequest } from '../../../src/modules/permits/draft/draft.dto';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { ENTERPRISE_PHONE } from '../../../src/modules/registry/enterprises/enterprise.mapper';
import { PermitsModule } from '../../../src/modules/permits/permits.module';
import { Journal } from '../../../src/platform/audit/journal';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Request } from '../../../src/platform/auth/request';
import { Config } from '../../../src/platform/config/config';
import { systemScope } from '../../../src/platform/database/scope';
import { UnitOfWork, type Tx } from '../../../src/platform/database/unit-of-work';
import { FileStore } from '../../../src/platform/files/file-store';
import { VirusScanner } from '../../../src/platform/files/virus-scanner';
import { OwnPhotos } from '../../../src/platform/files/own-photos';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import type { Language } from '../../../src/kernel/language';
import { TextAllowance } from '../../../src/platform/messaging/text-allowance';
import { TextMessages } from '../../../src/platform/messaging/text-messages';
import { Sealer } from '../../../src/platform/database/sealer';
import { Metrics } from '../../../src/platform/observability/metrics';
import { Clock } from '../../../src/platform/time/clock';
import { Ids } from '../../../src/platform/time/ids';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { allNo } from '../../support/answers';
import { JobPorts } from '../../support/ports';

/** Tuesday 2026-11-24, 10:00 in China: a working day, no night. */
export const T0: Instant = Date.parse('2026-11-24T02:00:00Z');
export const PLACE = { lat: 34.12, lng: 113.82 };
export const REGION = '411003';

/** The phone of each enterprise's contact. */
export const CONTACTS: Readonly<Record<string, string>> = { E1: '19900000091', E2: '19900000092' };

/** A clock that stands still until a test moves it. */
class SetClock extends Clock {
  at: Instant = T0;
  override now(): Instant {
    return this.at;
  }
}

class KeptMessages extends TextMessages {
  readonly sent: { phone: string; text: string }[] = [];
  send(phone: string, text: string): Promise<void> {
    this.sent.push({ phone, text });
    return Promise.resolve();
  }
}

export type Role =
  | 'manager'
  | 'safety'
  | 'safety2'
  | 'head'
  | 'watcher'
  | 'watcher2'
  | 'welderUser'
  | 'regulator'
  | 'admin'
  | 'stranger'
  | 'grid';

const ROLES: Readonly<
  Record<Role, { roles: string[]; enterpriseId?: string; regionCode?: string; welderId?: string }>
> = {
  manager: { roles: ['enterprise-manager'], enterpriseId: 'E1' },
  safety: { roles: ['safety-officer'], enterpriseId: 'E1' },
  safety2: { roles: ['safety-officer'], enterpriseId: 'E1' },
  head: { roles: ['enterprise-head'], enterpriseId: 'E1' },
  watcher: { roles: ['fire-watcher'], enterpriseId: 'E1' },
  watcher2: { roles: ['fire-watcher'], enterpriseId: 'E1' },
  welderUser: { roles: ['welder'], welderId: 'W1' },
  regulator: { roles: ['regulator'], regionCode: REGION },
  admin: { roles: ['admin'] },
  stranger: { roles: ['enterprise-manager', 'safety-officer', 'enterprise-head', 'fire-watcher'], enterpriseId: 'E2' },
  grid: { roles: ['grid-worker'], regionCode: REGION },
};

/** The rooms of permits and jobs on a real database, with invented people, and a clock in the test's hand. */
export class PermitWorld {
  readonly clock = new SetClock();
  readonly messages = new KeptMessages();
  private modules: { get<T>(type: Type<T> | (abstract new (...args: never[]) => T)): T } = { get: () => { throw new Error('closed'); } }; // prettier-ignore
  /** For a suite that asks over HTTP. */
  testing!: TestingModule;
  private photos = 0;
  private shut: () => Promise<void> = () => Promise.resolve();

  static async open(poolSize = 5): Promise<PermitWorld> {
    const world = new PermitWorld(await freshDatabase({ poolSize }));
    try {
      await world.furnish();
      await world.settle();
      return world;
    } catch (fault) {
      await world.close();
      throw fault;
    }
  }

  private constructor(readonly db: TestDatabase) {}

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.modules.get(type);
  }

  async close(): Promise<void> {
    await this.shut();
    await this.db.close();
  }

  private async furnish(): Promise<void> {
    const shared = [
      { provide: UnitOfWork, useValue: this.db.uow },
      { provide: Clock, useValue: this.clock },
      { provide: TextMessages, useValue: this.messages },
      {
        provide: Sealer,
        useValue: new Sealer({ masterKeys: new Map([[1, Buffer.alloc(32, 1)]]), searchKey: Buffer.alloc(32, 2) }),
      },
      { provide: Config, useValue: new Config({ role: 'api', jwtSecret: 'x', masterKeys: new Map(), searchKey: Buffer.alloc(0), unlockKeys: [] }) }, // prettier-ignore
      { provide: ChipDispatcher, useValue: { poke: () => undefined } },
      ...[Ids, Journal, Catalogue, FileStore, VirusScanner, Metrics, OwnPhotos, TextAllowance],
    ];
    class Shared {}
    Global()(Shared);
    Module({ providers: shared, exports: shared })(Shared);
    const compiled = await Test.createTestingModule({
      imports: [Shared, JobPorts, PermitsModule, JobsModule],
    }).compile();
    this.testing = compiled;
    this.modules = { get: (type) => compiled.get(type, { strict: false }) };
    const rules = this.get(RulesReader);
    this.shut = () => Promise.resolve(rules.onModuleDestroy());
    await rules.onModuleInit();
  }

  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.uow.run(systemScope('test'), work);
  }

  sql<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.run((tx) => tx.query<T>(text, params));
  }

  private async settle(): Promise<void> {
    for (const id of Object.keys(CONTACTS))
      await this.sql(
        `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
         values ($1, $2, 'company', 'manufacturing', $3, '测试', $4, now())`,
        [id, `测试企业${id}`, REGION, this.get(Sealer).seal(ENTERPRISE_PHONE, CONTACTS[id]!)],
      );
    for (const id of ['W1', 'W2', 'W3']) await this.welder(id);
    for (const [name, links] of Object.entries(ROLES)) await this.user(name, links);
    for (const id of ['M1', 'M2']) await this.machine(id);
    for (const id of ['watcher', 'watcher2'] as const) await this.trained(id);
  }

  /** A county that refuses at submission already to name a watcher at two points at a time. */
  async namesWatchersOnce(): Promise<void> {
    await this.sql(
      `insert into rule_versions (id, key, regime, level, region_code, valid_from, value, source, certainty)
       values ('watchers-once', 'permit.watcher-once', '', '', $1, '2011-08-01', 'true', '测试', 'default')`,
      [REGION],
    );
    await this.get(RulesReader).refresh();
  }

  /** Holds a training certificate, as chemical work asks of its watcher. */
  async trained(userId: string, validTo = '2027-06-01'): Promise<void> {
    await this.sql(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at)
       values ($1, 'image/jpeg', $1, '\\x00', 1, 1, 'safety', now())`,
      [`F-trained-${userId}`],
    );
    await this.sql(
      `insert into watcher_certificates (id, user_id, enterprise_id, region_code, number, valid_to, photo_id, recorded_by, recorded_at)
       values ($1, $1, 'E1', $2, $1, $3, $4, 'safety', now())`,
      [userId, REGION, validTo, `F-trained-${userId}`],
    );
  }

  async user(
    id: string,
    links: { roles: string[]; enterpriseId?: string; regionCode?: string; welderId?: string },
  ): Promise<void> {
    await this.sql(
      `insert into users (id, username, name, roles, enterprise_id, region_code, welder_id, created_at) values ($1, lower($1), $2, $3, $4, $5, $6, now())`,
      [id, `测试${id}`, links.roles, links.enterpriseId ?? null, links.regionCode ?? null, links.welderId ?? null],
    );
  }

  async welder(id: string, trainingValidTo: string | null = '2027-06-01'): Promise<void> {
    const code = makeCode(Buffer.from(`welder-${id}`.padStart(12)));
    await this.sql(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
         region_code, enterprise_id, code, training_valid_to, created_at)
       values ($1, $2, 'x', $1, 'x', 'x', $1, 'x', $3, 'E1', $4, $5, now())`,
      [id, `测试焊工${id}`, REGION, code, trainingValidTo],
    );
    await this.sql(
      `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on,
         valid_from, valid_to, status, created_at)
       values ($1, $2, 'special-operation', 'x', $1, 'x', '{fusion}', '测试', '2024-01-01', '2024-01-01', '2030-01-01', 'verified', now())`,
      [`C-${id}`, id],
    );
  }

  /** A photo that somebody has just taken and uploaded. */
  async photo(by: string, takenAt: Instant = this.clock.at): Promise<string> {
    const id = `F-${(this.photos += 1)}-${by}`;
    await this.sql(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at)
       values ($1, 'image/jpeg', 'hash-of-' || $1, '\\x00', 1, 1, $2, $3)`,
      [id, by, new Date(takenAt)],
    );
    return id;
  }

  async machine(id: string, control = 'code-only', process = 'GAS'): Promise<string> {
    const code = makeCode(Buffer.from(`machine-${id}`.padStart(12)));
    await this.sql(
      `insert into machines (id, code, model, process, control, outlets, enterprise_id, region_code, inspection_due_on, created_at)
       values ($1, $2, 'ZX7-400', $3, $4, 1, 'E1', $5, '2030-06-01', now())`,
      [id, code, process, control, REGION],
    );
    await this.sql(`insert into codes (code, kind, entity_id, created_at) values ($1, 'machine', $2, now())`, [
      code,
      id,
    ]);
    return code;
  }

  caller(id: string, links = ROLES[id as Role]): Caller {
    return callerOf(
      {
        id,
        name: `测试${id}`,
        roles: links.roles,
        regionCode: links.regionCode ?? null,
        enterpriseId: links.enterpriseId ?? null,
        welderId: links.welderId ?? null,
      },
      '127.0.0.1',
    );
  }

  /** Questions that a test does not speak of are answered with no, unless it gives `answers` itself. */
  request(change: Partial<CreatePermitRequest> = {}): CreatePermitRequest {
    const spoken = new Set(change.levelAnswers?.map(({ code }) => code));
    const no = Object.entries(allNo(change.regime ?? 'general', change.place?.kinds));
    return {
      answers: Object.fromEntries(no.filter(([code]) => !spoken.has(code))),
      regime: 'general',
      place: { name: '测试车间', ...PLACE, radiusM: 100 },
      content: '焊接支架',
      method: '焊条电弧焊',
      plannedStart: new Date(this.clock.at).toISOString(),
      plannedEnd: new Date(this.clock.at + 4 * HOUR).toISOString(),
      welderIds: ['W1'],
      machineIds: [],
      fireWatchId: 'watcher',
      ...change,
    };
  }

  async create(change: Partial<CreatePermitRequest> = {}, by: Role = 'manager'): Promise<PermitView> {
    return must(await this.creating(change, by));
  }

  creating(change: Partial<CreatePermitRequest> = {}, by: Role = 'manager'): Promise<Result<PermitView, Refusal>> {
    return this.creatingAs(this.caller(by), change);
  }

  creatingAs(caller: Caller, change: Partial<CreatePermitRequest> = {}): Promise<Result<PermitView, Refusal>> {
    return this.get(CreateDraft).execute(this.asked(caller), this.request(change));
  }

  give(
    by: Role | Caller,
    id: string,
    command: string,
    body: PermitCommandRequest = {},
  ): Promise<Result<PermitView, Refusal>> {
    return this.get(CommandPermit).execute(this.asked(by), id, command, body);
  }

  async must(by: Role | Caller, id: string, command: string, body: PermitCommandRequest = {}): Promise<PermitView> {
    return must(await this.give(by, id, command, body));
  }

  async see(id: string, by: Role = 'admin'): Promise<PermitView> {
    return must(await this.get(FindPermit).one(this.asked(by), id));
  }

  /** A signature given at the place of the work, as chemical work asks for it. */
  signOnSite(by: Role | Caller, id: string): Promise<PermitView> {
    return this.must(by, id, 'approve', { proof: { ...PLACE, accuracyM: 8 } });
  }

  /** A request by one of them, arriving now. */
  asked(by: Role | Caller, language: Language = 'zh-CN'): Request {
    return { caller: typeof by === 'string' ? this.caller(by) : by, language, at: this.clock.now() };
  }

  /** A general permit taken as far as a state. */
  async upTo(
    state: 'submitted' | 'approved' | 'issued' | 'active' | 'suspended' | 'fire_watch',
    change: Partial<CreatePermitRequest> = {},
  ): Promise<string> {
    const { id } = await this.create(change);
    const steps: [Role, string, PermitCommandRequest?][] = [
      ['manager', 'submit'],
      ['safety', 'approve'],
      ['head', 'approve'],
      ['head', 'issue'],
      ['watcher', 'fire-watch-on', { ...PLACE }],
      ['watcher', 'measures'],
      ['watcher', 'start'],
      ['watcher', 'suspend', { reason: '测试' }],
      ['watcher', 'finish'],
    ];
    const last = { submitted: 1, approved: 3, issued: 4, active: 7, suspended: 8, fire_watch: 9 }[state];
    for (const [by, command, body] of steps.slice(0, last)) {
      if (state === 'fire_watch' && command === 'suspend') continue;
      await this.must(by, id, command, command === 'measures' ? await this.ticks(id) : body);
    }
    return id;
  }

  async ticks(id: string): Promise<PermitCommandRequest> {
    return { items: (await this.see(id)).measures.map(({ code }) => ({ code, confirmed: true })) };
  }

  /** Time passes, and the platform looks. */
  async elapse(ms: number): Promise<void> {
    this.clock.at += ms;
    await this.look();
  }

  look(): Promise<void> {
    return this.get(PermitClock).execute(this.clock.at);
  }

  events(
    type: string,
    permitId: string,
  ): Promise<{ user_ids: string[]; enterprise_ids: string[]; data: Record<string, unknown> }[]> {
    return this.sql(
      'select user_ids, enterprise_ids, data from outbox where type = $1 and entity_id = $2 order by id',
      [type, permitId],
    );
  }

  lastCode(): string {
    return /\d{6}/.exec(this.messages.sent.at(-1)?.text ?? '')?.[0] ?? '';
  }
}

export const minutes = (n: number): number => n * MINUTE;

export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** `kind code` of a refusal, returned or thrown, else `allowed`. */
export async function outcome(asked: Promise<Result<unknown, Refusal>>): Promise<string> {
  try {
    const result = await asked;
    return result.ok ? 'allowed' : `${result.refusal.kind} ${result.refusal.code}`;
  } catch (thrown) {
    if (thrown instanceof RefusalError) return `${thrown.refusal.kind} ${thrown.refusal.code}`;
    throw thrown;
  }
}

/** The codes that a refusal names beside its own. */
export async function reasons(asked: Promise<Result<unknown, Refusal>>): Promise<string[]> {
  const result = await asked;
  return result.ok ? ['allowed'] : (result.refusal.errors ?? []).map(({ code }) => code);
}
