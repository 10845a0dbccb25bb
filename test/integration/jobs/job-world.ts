import type { ChipObservation } from '../../../src/domain/arcs/arc';
import type { RuleBook } from '../../../src/domain/rules/rule-book';
import { WatcherCertificateStore } from '../../../src/modules/permits/watchers/watcher-certificate.store';
import { DAY, HOUR, type Instant } from '../../../src/kernel/time';
import { AuthorizationFacts } from '../../../src/modules/jobs/authorization-facts';
import { Authorizer } from '../../../src/modules/jobs/authorizer';
import { ChipCommandQueue } from '../../../src/modules/jobs/chip-command-queue';
import { ChipLocks } from '../../../src/modules/jobs/chip-locks';
import { DecisionStore } from '../../../src/modules/jobs/decision.store';
import { DryRun } from '../../../src/modules/jobs/dry-run';
import { EndByHand } from '../../../src/modules/jobs/end-by-hand';
import { EndDueJobs } from '../../../src/modules/jobs/end-due-jobs';
import { FindJobs } from '../../../src/modules/jobs/find-jobs';
import { GiveOfflineCode } from '../../../src/modules/jobs/give-offline-code';
import { HandoverJob } from '../../../src/modules/jobs/handover-job';
import { JudgePin } from '../../../src/modules/jobs/judge-pin';
import { JobArcs } from '../../../src/modules/jobs/job-arcs';
import { JobEnder } from '../../../src/modules/jobs/job-ender';
import { JobJournal } from '../../../src/modules/jobs/job-journal';
import type { JobRequest } from '../../../src/modules/jobs/job-request.dto';
import { JobStarter } from '../../../src/modules/jobs/job-starter';
import { JobStore } from '../../../src/modules/jobs/job.store';
import { JobViews } from '../../../src/modules/jobs/job.view';
import { jobTexts } from '../../../src/modules/jobs/jobs.texts';
import { ObserveChips } from '../../../src/modules/jobs/observe-chips';
import { OfflineCodeStore } from '../../../src/modules/jobs/offline-code.store';
import { OfflineJobs } from '../../../src/modules/jobs/offline-jobs';
import { VoidedCodes } from '../../../src/modules/jobs/voided-codes.view';
import { OwnJobs } from '../../../src/modules/jobs/own-jobs';
import { PermitCandidatesView } from '../../../src/modules/jobs/permit-candidates.view';
import { SettleReply, type ChipReply } from '../../../src/modules/jobs/settle-reply';
import { DecideStop } from '../../../src/modules/jobs/stop-orders/decide-stop';
import { LapseStops } from '../../../src/modules/jobs/stop-orders/lapse-stops';
import { FollowPhotos } from '../../../src/modules/jobs/photo-checks/follow-photos';
import { PhotoAsks } from '../../../src/modules/jobs/photo-checks/photo-asks';
import { StopOrderStore } from '../../../src/modules/jobs/stop-orders/stop-order.store';
import { FileStore } from '../../../src/platform/files/file-store';
import { VirusScanner } from '../../../src/platform/files/virus-scanner';
import { StartJob } from '../../../src/modules/jobs/start-job';
import { SubjectsView } from '../../../src/modules/jobs/subjects.view';
import { WorkUnderPermits } from '../../../src/modules/jobs/work-under-permits';
import { PermitLoader } from '../../../src/modules/permits/permit-loader';
import { PermitAudience } from '../../../src/modules/permits/people/audience';
import { GridsReader } from '../../../src/modules/regions/grids/grids.reader';
import { PermitPeople } from '../../../src/modules/permits/people/permit-people';
import { PermitRecordStore } from '../../../src/modules/permits/steps/permit-record.store';
import { StepWriter } from '../../../src/modules/permits/steps/step-writer';
import { PasswordHasher } from '../../../src/modules/identity/password-hasher';
import { HashPool } from '../../../src/modules/identity/passwords/hash-pool';
import { LeakedPasswords } from '../../../src/modules/identity/passwords/leaked-passwords';
import { UserStore } from '../../../src/modules/identity/user.store';
import { UsersReader } from '../../../src/modules/identity/users.reader';
import { PhotoChecks } from '../../../src/modules/permits/signboard/photo-checks';
import { SignboardCodes } from '../../../src/modules/permits/signboard/signboard-codes';
import { PermitStore } from '../../../src/modules/permits/permit.store';
import { PermitsAtWork } from '../../../src/modules/permits/time/permits-at-work';
import { PinHashes } from '../../../src/modules/registry/pins/pin-hashes';
import { KnownPinsReader } from '../../../src/modules/registry/pins/known-pins.reader';
import { PinStore } from '../../../src/modules/registry/pins/pin.store';
import { WelderPins } from '../../../src/modules/registry/pins/welder-pins';
import { RegistryReader } from '../../../src/modules/registry/registry.reader';
import { MapReadings } from '../../../src/modules/sites/map-readings';
import { PlaceRules } from '../../../src/modules/sites/place-rules';
import { SitesReader } from '../../../src/modules/sites/sites.reader';
import type { RulesReader } from '../../../src/modules/rules/rules.reader';
import { Journal } from '../../../src/platform/audit/journal';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Request } from '../../../src/platform/auth/request';
import type { Config } from '../../../src/platform/config/config';
import { systemScope, type Scope } from '../../../src/platform/database/scope';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import type { Language } from '../../../src/kernel/language';
import { Metrics } from '../../../src/platform/observability/metrics';
import { Sealer } from '../../../src/platform/database/sealer';
import { Clock } from '../../../src/platform/time/clock';
import { Ids } from '../../../src/platform/time/ids';
import { makeCode } from '../../../src/domain/registry/code';
import { PLACE, rules2026, T0 } from '../../domain/authorization/perfect-facts';
import { freshDatabase, type TestDatabase } from '../../support/database';

/** A clock that stands still until a test moves it. */
class SetClock extends Clock {
  at: Instant = T0;
  override now(): Instant {
    return this.at;
  }
}

export interface Pair {
  readonly machineId: string;
  readonly machineCode: string;
  readonly chipNo: string;
  readonly welderId: string;
  readonly welderCode: string;
  readonly permitId: string;
  readonly welder: Caller;
}

export const SECRET_HEX = 'ab'.repeat(32);
const REGION = '411003';

/** The jobs room on a real database, with invented machines, welders and permits, and a clock in the test's hand. */
export class JobWorld {
  readonly clock = new SetClock();
  /** Another one is as if an administrator changed the rules. */
  book: RuleBook = rules2026;
  readonly poked: string[] = [];
  readonly queue = new ChipCommandQueue();
  readonly sealer = new Sealer({ masterKeys: new Map([[1, Buffer.alloc(32, 1)]]), searchKey: Buffer.alloc(32, 2) });
  readonly jobs = new JobStore();
  readonly startJob: StartJob;
  readonly dryRun: DryRun;
  readonly byHand: EndByHand;
  readonly handover: HandoverJob;
  readonly offlineCode: GiveOfflineCode;
  readonly find: FindJobs;
  readonly settleReply: SettleReply;
  readonly observeChips: ObserveChips;
  readonly endDue: EndDueJobs;
  readonly decideStop: DecideStop;
  readonly lapseStops: LapseStops;
  private readonly ids = new Ids();
  private serial = 0;

  static async open(poolSize = 5): Promise<JobWorld> {
    const world = new JobWorld(await freshDatabase({ poolSize }));
    await world.settle();
    return world;
  }

  private constructor(readonly db: TestDatabase) {
    const { clock, queue, sealer, jobs, ids } = this;
    const uow = db.uow;
    const rules = { book: () => this.book } as RulesReader;
    const dispatcher = { poke: (chipNo: string) => void this.poked.push(chipNo) };
    const catalogue = new Catalogue();
    catalogue.add(jobTexts);
    const decisions = new DecisionStore();
    const journal = new JobJournal(new Journal());
    const places = new PlaceRules(new SitesReader(), new RegistryReader());
    const authorizer = new Authorizer(
      new AuthorizationFacts(
        new SubjectsView(),
        new PermitCandidatesView(),
        rules,
        new SignboardCodes(sealer),
        new MapReadings(places),
        places,
      ),
      ids,
    );
    const locks = new ChipLocks(queue, dispatcher, ids);
    const ender = new JobEnder(jobs, locks, journal);
    const starter = new JobStarter(
      authorizer,
      decisions,
      jobs,
      dispatcher,
      journal,
      ids,
      permitsAtWork(rules),
      new FollowPhotos(new PhotoChecks(), new PhotoAsks()),
    );
    const views = new JobViews(rules, catalogue);
    const own = new OwnJobs(uow, jobs);
    const codes = new OfflineCodeStore();
    const hashes = new PinHashes(
      new PasswordHasher(new HashPool(), new LeakedPasswords({ leakedPasswordsFile: null })),
      sealer,
    );
    const pin = new JudgePin(
      uow,
      authorizer,
      new WelderPins(uow, new KnownPinsReader(), new PinStore(), hashes, new Journal()),
    );
    this.startJob = new StartJob(uow, starter, views, pin);
    this.dryRun = new DryRun(uow, authorizer, decisions, pin);
    const orders = new StopOrderStore();
    this.byHand = new EndByHand(
      uow,
      own,
      jobs,
      ender,
      views,
      orders,
      new FileStore(new VirusScanner({ clamdAddress: null })),
      rules,
    );
    this.decideStop = new DecideStop(uow, own, orders, views, new Journal());
    this.lapseStops = new LapseStops(uow, orders, new Journal(), clock, {} as Config);
    this.handover = new HandoverJob(uow, own, jobs, starter, ender, views, pin);
    this.offlineCode = new GiveOfflineCode(uow, authorizer, decisions, codes, sealer, new Journal(), pin);
    this.find = new FindJobs(uow, own, views);
    this.settleReply = new SettleReply(jobs, ender, queue, locks, journal, new Metrics());
    this.observeChips = new ObserveChips(
      jobs,
      new JobArcs(),
      ender,
      new OfflineJobs(codes, rules, journal, new VoidedCodes(rules)),
      locks,
    );
    this.endDue = new EndDueJobs(uow, rules, jobs, ender, clock, {} as Config);
  }

  close(): Promise<void> {
    return this.db.close();
  }

  sql<T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> {
    return this.db.uow.run(systemScope('test'), (tx) => tx.query<T>(text, params));
  }

  private async settle(): Promise<void> {
    await this.sql(
      `insert into regions (code, name, parent) values ('41', '测试省', null), ('4110', '测试市', '41'), ($1, '测试区', '4110') on conflict do nothing`,
      [REGION],
    );
    await this.sql(
      `insert into users (id, username, name, roles, region_code, created_at) values
         ('U7', 'inspector7', '执法员', '{inspector}', $1, now()), ('U8', 'regulator8', '监管员', '{regulator}', $1, now()) on conflict do nothing`,
      [REGION],
    );
    await this.sql(`insert into calendar_years (year, source) values (2026, 'test') on conflict do nothing`);
    await this.sql(
      `insert into enterprises (id, name, kind, industry, region_code, contact_name, contact_phone_sealed, created_at)
       values ('E1', '测试企业', 'company', 'manufacturing', $1, '测试', 'x', now()), ('E2', '别的企业', 'company', 'repair', $1, '测试', 'x', now())`,
      [REGION],
    );
    await this.sql(
      `insert into users (id, username, name, roles, enterprise_id, created_at) values ('U9', 'watcher', '测试监护人', '{fire-watcher}', 'E1', now())`,
    );
  }

  /** A machine with a chip that was just heard of, a certified welder, and an active general permit for both. */
  async pair(change: { outlets?: number; control?: string; process?: string; regime?: string } = {}): Promise<Pair> {
    const n = (this.serial += 1);
    const id = (kind: string): string => `${kind}${n}`;
    const pair = {
      machineId: id('M'),
      machineCode: makeCode(Buffer.from(`machine-${n}`.padStart(12))),
      chipNo: `TEST${String(n).padStart(10, '0')}`,
      ...(await this.welder()),
      permitId: id('P'),
    };
    const control = change.control ?? 'cut';
    await this.sql(
      `insert into machines (id, code, model, process, control, outlets, enterprise_id, region_code, inspection_due_on, created_at)
       values ($1, $2, 'ZX7-400', $3, $4, $5, 'E1', $6, '2027-06-01', now())`,
      [pair.machineId, pair.machineCode, change.process ?? 'MMA', control, change.outlets ?? 1, REGION],
    );
    await this.sql(`insert into codes (code, kind, entity_id, created_at) values ($1, 'machine', $2, now())`, [
      pair.machineCode,
      pair.machineId,
    ]);
    if (control !== 'code-only') await this.fitChip(pair.chipNo, pair.machineId);
    await this.permit(pair.permitId, pair.welderId, pair.machineId, change.regime ?? 'general');
    return pair;
  }

  async welder(): Promise<Pick<Pair, 'welderId' | 'welderCode' | 'welder'>> {
    const n = (this.serial += 1);
    const welderId = `W${n}`;
    const welderCode = makeCode(Buffer.from(`welder-${n}`.padStart(12)));
    await this.sql(
      `insert into welders (id, name, id_number_sealed, id_number_hash, id_number_masked, phone_sealed, phone_hash, phone_masked,
         region_code, enterprise_id, code, training_valid_to, created_at)
       values ($1, '测试焊工', 'x', $1, 'x', 'x', $1, 'x', $2, 'E1', $3, '2027-06-01', now())`,
      [welderId, REGION, welderCode],
    );
    await this.sql(`insert into codes (code, kind, entity_id, created_at) values ($1, 'welder', $2, now())`, [
      welderCode,
      welderId,
    ]);
    await this.certify(welderId);
    return {
      welderId,
      welderCode,
      welder: this.caller({
        welderId,
        roles: ['welder'],
        scope: { kind: 'person', userId: `U-${welderId}`, welderId },
      }),
    };
  }

  /** A photo that somebody has just taken and uploaded. */
  async photo({ userId }: Caller, takenAt: Instant = this.clock.at): Promise<string> {
    const id = `F-${(this.serial += 1)}`;
    await this.sql(
      `insert into files (id, media_type, sha256, bytes, width, height, uploaded_by, uploaded_at)
       values ($1, 'image/jpeg', 'x', '\\x00', 1, 1, $2, $3)`,
      [id, userId, new Date(takenAt)],
    );
    return id;
  }

  async certify(welderId: string, validTo = '2030-01-01', status = 'verified'): Promise<void> {
    await this.sql(
      `insert into certificates (id, welder_id, kind, number_sealed, number_hash, number_masked, operations, issuer, issued_on,
         valid_from, valid_to, status, created_at)
       values ($1, $2, 'special-operation', 'x', $1, 'x', '{fusion}', '测试', '2024-01-01', '2024-01-01', $3, $4, now())`,
      [`C-${welderId}`, welderId, validTo, status],
    );
  }

  async permit(
    id: string,
    welderId: string,
    machineId: string,
    regime = 'general',
    end = T0 + 4 * HOUR,
  ): Promise<void> {
    const level = { general: 'ordinary', small: 'one', chemical: 'first' }[regime];
    await this.sql(
      `insert into permits (id, number, code, regime, level, proposed_level, state, enterprise_id, region_code, place_name, lat, lng,
         radius_m, content, method, planned_start, planned_end, applicant_id, fire_watch_id, watch_on_at, created_at)
       values ($1, $1, $1, $2, $3, $3, 'active', 'E1', $4, '测试车间', $5, $6, 100, '焊接', '焊条电弧焊', $7, $8, 'U9', 'U9', $7, now())`,
      [id, regime, level, REGION, PLACE.lat, PLACE.lng, new Date(T0 - HOUR), new Date(end)],
    );
    await this.sql('insert into permit_welders (permit_id, welder_id) values ($1, $2)', [id, welderId]);
    await this.sql('insert into permit_machines (permit_id, machine_id) values ($1, $2)', [id, machineId]);
  }

  private async fitChip(chipNo: string, machineId: string): Promise<void> {
    await this.sql(
      `insert into chips (chip_no, secret_sealed, model, batch, imported_at) values ($1, $2, 'H2', 'test', now())`,
      [chipNo, this.sealer.seal('chip.secret', SECRET_HEX)],
    );
    await this.sql(`insert into chip_bindings (id, chip_no, machine_id, bound_at) values ($1, $1, $2, $3)`, [
      chipNo,
      machineId,
      new Date(T0 - DAY),
    ]);
    await this.sql(`insert into chip_states (chip_no, boot, last_seen_at, relay) values ($1, 7, $2, 'open')`, [
      chipNo,
      new Date(T0 + DAY),
    ]);
  }

  caller(change: Partial<Caller> & { scope: Scope }): Caller {
    const userId = change.scope.kind === 'system' ? 'U0' : change.scope.userId;
    return {
      userId,
      name: '测试',
      roles: [],
      regionCode: null,
      enterpriseId: null,
      welderId: null,
      address: null,
      ...change,
    };
  }

  /** A request by somebody, arriving now. */
  asked(caller: Caller, language: Language = 'zh-CN'): Request {
    return { caller, language, at: this.clock.at };
  }

  readonly regulator = this.caller({
    roles: ['regulator'],
    scope: { kind: 'region', regionCode: REGION, userId: 'U8' },
  });
  readonly inspector = this.caller({
    roles: ['inspector'],
    scope: { kind: 'region', regionCode: REGION, userId: 'U7' },
  });
  readonly watcher = this.caller({
    roles: ['fire-watcher'],
    enterpriseId: 'E1',
    scope: { kind: 'enterprise', enterpriseId: 'E1', userId: 'U9' },
  });

  start(pair: Pair, change: Partial<JobRequest> & { welder?: Caller } = {}) {
    const { welder, ...request } = change;
    return this.startJob.execute(this.asked(welder ?? pair.welder), {
      machineCode: pair.machineCode,
      ...PLACE,
      accuracyM: 5,
      ...request,
    });
  }

  /** Started, and powered by the chip's answer. */
  async running(pair: Pair): Promise<string> {
    const started = await this.start(pair);
    if (!started.ok) throw new Error(JSON.stringify(started.refusal));
    if (started.value.state === 'reserved') await this.reply(pair, 'unlock', { ok: true, relay: 'closed' });
    return started.value.id;
  }

  async reply(pair: Pair, kind: string, answer: Partial<ChipReply>): Promise<void> {
    const [command] = await this.commands(pair, kind);
    if (!command) throw new Error(`no ${kind} to answer`);
    await this.db.uow.run(systemScope('test'), (tx) =>
      this.settleReply.execute(
        tx,
        { chipNo: pair.chipNo, boot: 7, commandId: command.id, ok: true, error: null, relay: null, ...answer },
        this.clock.at,
      ),
    );
  }

  /** The newest first. */
  commands(
    pair: Pair,
    kind: string,
  ): Promise<
    {
      id: string;
      job_id: string | null;
      answered_at: number | null;
      next_at: number | null;
      payload: { reason?: string };
    }[]
  > {
    return this.sql('select * from chip_commands where chip_no = $1 and kind = $2 order by id desc', [
      pair.chipNo,
      kind,
    ]);
  }

  async observe(pair: Pair, change: Partial<ChipObservation>): Promise<void> {
    const seen: ChipObservation = {
      chipNo: pair.chipNo,
      machineId: pair.machineId,
      boot: 7,
      at: this.clock.at,
      restarted: false,
      startedAnewAt: null,
      relay: null,
      relayCode: null,
      tamperOpened: false,
      arcOn: false,
      lastArcAt: null,
      arcMsByJob: new Map(),
      offlineUnlocks: [],
      ...change,
    };
    await this.db.uow.run(systemScope('test'), (tx) => this.observeChips.execute(tx, [seen], this.clock.at));
  }

  async tick(at: Instant): Promise<void> {
    this.clock.at = at;
    await this.endDue.execute(at);
  }

  async job(
    id: string,
  ): Promise<{ state: string; end_reason: string | null; arc_ms: string; source: string; work_until: number }> {
    const [job] = await this.sql<{
      state: string;
      end_reason: string | null;
      arc_ms: string;
      source: string;
      work_until: number;
    }>('select * from jobs where id = $1', [id]);
    if (!job) throw new Error(`no job ${id}`);
    return job;
  }

  /** `state reason` of a job. */
  async ending(id: string): Promise<string> {
    const { state, end_reason } = await this.job(id);
    return `${state} ${end_reason ?? '-'}`;
  }
}

function permitsAtWork(rules: RulesReader): PermitsAtWork {
  const permits = new PermitStore();
  const loader = new PermitLoader(permits, rules, new WorkUnderPermits());
  const users = new UsersReader(new UserStore());
  const people = new PermitPeople(users, permits, new WatcherCertificateStore());
  const writer = new StepWriter(
    permits,
    new PermitRecordStore(new PhotoChecks()),
    new PermitAudience(people, new GridsReader(users)),
    new Journal(),
  );
  return new PermitsAtWork(loader, writer);
}

export const codesOf = (
  result: { ok: true } | { ok: false; refusal: { extra?: Readonly<Record<string, unknown>> } },
): string[] =>
  result.ok ? [] : ((result.refusal.extra?.['findings'] ?? []) as { code: string }[]).map(({ code }) => code).sort();
