import type { Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Arc } from '../../../src/domain/arcs/arc';
import { SECOND, type Instant } from '../../../src/kernel/time';
import { callerOf } from '../../../src/modules/identity/caller-of-user';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import { CommandViolation } from '../../../src/modules/supervision/command-violation';
import { FindViolations } from '../../../src/modules/supervision/find-violations';
import { JudgeArcs } from '../../../src/modules/supervision/judge-arcs';
import { SupervisionModule } from '../../../src/modules/supervision/supervision.module';
import type { ViolationDetail } from '../../../src/modules/supervision/violation.dto';
import type { ViolationCommandRequest } from '../../../src/modules/supervision/violation-request.dto';
import type { Caller } from '../../../src/platform/auth/caller';
import type { Request } from '../../../src/platform/auth/request';
import { systemScope } from '../../../src/platform/database/scope';
import type { Language } from '../../../src/kernel/language';
import type { Refusal } from '../../../src/kernel/refusal';
import type { Result } from '../../../src/kernel/result';
import { T0 } from '../../domain/authorization/perfect-facts';
import { JobWorld, type Pair } from '../jobs/job-world';
import { TestPlatform } from '../registry/desk';
import { JobPorts } from '../../support/ports';

export interface ViolationRow {
  readonly id: string;
  readonly kind: string;
  readonly grade: string;
  readonly severity: number;
  readonly state: string;
  readonly certainty: string;
  readonly source: string;
  readonly cause: string;
  readonly region_code: string;
  readonly enterprise_id: string | null;
  readonly machine_id: string | null;
  readonly chip_no: string | null;
  readonly welder_id: string | null;
  readonly permit_id: string | null;
  readonly job_id: string | null;
  readonly evidence: Record<string, unknown>;
  readonly occurrences: number;
  readonly found_at: number;
  readonly due_at: number;
  readonly escalated_to: string | null;
}

/** The supervision room on the jobs' world: invented machines, welders, permits and jobs, and arcs that burn when a test says so. */
export class SupervisionWorld {
  private serial = 0;

  private constructor(
    readonly jobs: JobWorld,
    private readonly modules: TestingModule,
  ) {}

  static async open(...more: Type<unknown>[]): Promise<SupervisionWorld> {
    const jobs = await JobWorld.open();
    const modules = await Test.createTestingModule({
      imports: [TestPlatform.on(jobs.db.uow, jobs.clock), JobPorts, SupervisionModule, ...more],
    })
      // chips, texts and files are not used here and stand empty
      .useMocker(() => ({}))
      .compile();
    await modules.get(RulesReader, { strict: false }).refresh();
    return new SupervisionWorld(jobs, modules);
  }

  get<T>(type: Type<T>): T {
    return this.modules.get(type, { strict: false });
  }

  sql = <T = Record<string, unknown>>(text: string, params: readonly unknown[] = []): Promise<T[]> =>
    this.jobs.sql<T>(text, params);

  /** Arcs, violations and news are gone, machines and people stay: cheaper than a new database for each test. */
  async forget(): Promise<void> {
    for (const table of [
      'violation_arcs',
      'violation_history',
      'violations',
      'arc_verdicts',
      'arcs',
      'special_periods',
      'outbox',
    ])
      await this.sql(`delete from ${table}`);
    this.jobs.clock.at = T0;
  }

  close(): Promise<void> {
    return this.jobs.close();
  }

  /** An arc of a machine's chip as telemetry stores it; given again with the same id, it has gone on. */
  async arc(of: Pick<Pair, 'chipNo'> & { machineId: string | null }, change: Partial<Arc> = {}): Promise<Arc> {
    const n = (this.serial += 1);
    const arc: Arc = {
      id: `A${n}`,
      chipNo: of.chipNo,
      machineId: of.machineId,
      boot: 7,
      outlet: 1,
      startUp: n * 1_000_000,
      startedAt: T0,
      earliestAt: null,
      endedAt: null,
      lastSeenAt: T0 + 10 * SECOND,
      arcMs: 0,
      peakA: 148,
      claimedJobId: null,
      sampleMs: 1_000,
      ...change,
    };
    await this.sql(
      `insert into arcs (id, chip_no, machine_id, boot, outlet, start_up, last_up, from_events, started_at, ended_at, last_seen_at,
         peak_a, claimed_job_id, sample_ms, region_code)
       values ($1, $2, $3, $4, $5, $6, $6, true, $7, $8, $9, $10, $11, $12, '411003')
       on conflict (id) do update set started_at = excluded.started_at, ended_at = excluded.ended_at,
         last_seen_at = excluded.last_seen_at, claimed_job_id = excluded.claimed_job_id`,
      [
        arc.id, arc.chipNo, arc.machineId, arc.boot, arc.outlet, n * 1_000_000, new Date(arc.startedAt),
        arc.endedAt === null ? null : new Date(arc.endedAt), new Date(arc.lastSeenAt), arc.peakA, arc.claimedJobId, arc.sampleMs,
      ], // prettier-ignore
    );
    return arc;
  }

  async judge(arcs: readonly Arc[], at: Instant = this.jobs.clock.at): Promise<void> {
    const judge = this.get(JudgeArcs);
    await this.jobs.db.uow.run(systemScope('test'), (tx) => judge.execute(tx, arcs, at));
  }

  /** Arcs burn and are judged in one go. */
  async burn(of: Pick<Pair, 'chipNo'> & { machineId: string | null }, change: Partial<Arc> = {}): Promise<Arc> {
    const arc = await this.arc(of, change);
    await this.judge([arc]);
    return arc;
  }

  violations(where = 'true', params: readonly unknown[] = []): Promise<ViolationRow[]> {
    return this.sql<ViolationRow>(`select * from violations where ${where} order by id`, params);
  }

  async events(type: string): Promise<
    {
      entity_id: string;
      region_code: string;
      enterprise_ids: string[];
      user_ids: string[];
      data: Record<string, unknown>;
    }[]
  > {
    return this.sql('select * from outbox where type = $1 order by id', [type]);
  }

  async historyOf(id: string): Promise<string[]> {
    const rows = await this.sql<{ line: string }>(
      `select concat_ws(' ', command, from_state, '→', to_state) as line from violation_history where violation_id = $1 order by id`,
      [id],
    );
    return rows.map(({ line }) => line);
  }

  /** A user who can be given work, with the caller they would be. */
  async user(
    id: string,
    roles: string[],
    links: { regionCode?: string; enterpriseId?: string; welderId?: string } = {},
  ): Promise<Caller> {
    const user = { id, name: `测试${id}`, roles, regionCode: null, enterpriseId: null, welderId: null, ...links };
    await this.sql(
      `insert into users (id, username, name, roles, region_code, enterprise_id, welder_id, created_at) values ($1, lower($1), $2, $3, $4, $5, $6, now())`,
      [id, user.name, roles, user.regionCode, user.enterpriseId, user.welderId],
    );
    return callerOf(user, null);
  }

  /** A request by somebody, arriving now. */
  asked(caller: Caller, language: Language = 'zh-CN'): Request {
    return this.jobs.asked(caller, language);
  }

  command(
    caller: Caller,
    id: string,
    name: string,
    body: ViolationCommandRequest = {},
    version: number | null = null,
  ): Promise<Result<ViolationDetail, Refusal>> {
    const request = { caller, language: 'zh-CN', at: this.jobs.clock.at } as const;
    return this.get(CommandViolation).execute(request, { id, name, version, body });
  }

  async listed(caller: Caller, query: Record<string, string> = {}): Promise<string[]> {
    const page = await this.get(FindViolations).page(this.asked(caller), { limit: 50, ...query });
    return page.items.map(({ id }) => id);
  }
}
