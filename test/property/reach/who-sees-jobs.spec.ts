import fc from 'fast-check';
import { isWithin } from '../../../src/kernel/region-code';
import { ReadLiveJobs } from '../../../src/modules/dashboard/statistics/read-live-jobs';
import { FindJobs } from '../../../src/modules/jobs/find-jobs';
import { JobStore } from '../../../src/modules/jobs/job.store';
import { JobViews } from '../../../src/modules/jobs/job.view';
import { OwnJobs } from '../../../src/modules/jobs/own-jobs';
import { WorkEndsReader } from '../../../src/modules/jobs/work-ends.reader';
import { RulesReader } from '../../../src/modules/rules/rules.reader';
import type { Caller } from '../../../src/platform/auth/caller';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work';
import { Catalogue } from '../../../src/platform/i18n/catalogue';
import { NOW, ViewWorld } from '../../integration/permit-views/view-world';
import { drawn, ENTERPRISES, inventPeople, maybe, one, people, REGIONS, SEED, USERS, WELDERS } from './invented';

const JOBS = 80;

interface Work {
  readonly id: string;
  readonly regionCode: string;
  readonly enterpriseId: string | null;
  readonly welderId: string;
  readonly startedBy: string | null;
  readonly state: 'running' | 'finished';
}

const work = fc.record({
  regionCode: one(REGIONS),
  enterpriseId: maybe(ENTERPRISES),
  welderId: one(WELDERS),
  startedBy: maybe(USERS),
  state: one(['running', 'finished'] as const),
});
const jobs: readonly Work[] = drawn(work, JOBS).map((job, n) => ({ id: `J${String(n).padStart(4, '0')}`, ...job }));

type Seen = ReadonlySet<string>;
interface Sight {
  readonly caller: Caller;
  /** Row level security alone. */
  readonly policy: Seen;
  readonly opened: Seen;
  /** Those that an official stops, where the role allows it. */
  readonly stopped: Seen;
  readonly mine: Seen;
  /** The map of the dashboard, which counts under the system's scope. */
  readonly live: Seen;
}
type Rule = (job: Work, caller: Caller) => boolean;

const ofScope: Rule = ({ regionCode, enterpriseId }, { scope }) =>
  (scope.kind === 'region' && isWithin(regionCode, scope.regionCode)) ||
  (scope.kind === 'enterprise' && enterpriseId === scope.enterpriseId);
const started: Rule = ({ startedBy }, { userId }) => startedBy === userId;
const welds: Rule = ({ welderId }, caller) => welderId === caller.welderId;

describe('who sees a job: several places say it', () => {
  let world: ViewWorld;
  const sights: Sight[] = [];

  beforeAll(async () => {
    world = await ViewWorld.open();
    await inventPeople(world);
    await inventJobs();
    const uow = world.get(UnitOfWork);
    const rules = world.get(RulesReader);
    const own = new OwnJobs(uow, new JobStore());
    const find = new FindJobs(uow, own, new JobViews(rules, world.get(Catalogue)));
    const map = new ReadLiveJobs(uow, new WorkEndsReader(rules));
    for (const { id } of people) {
      const caller = await world.caller(id);
      const request = { caller, language: 'en', at: NOW } as const;
      const opened = await answered((id) => own.visible(caller, id));
      const stopped = await answered((id) => own.inCharge(caller, id));
      const mine = await find.list(request, { mine: true, limit: JOBS });
      const live = await map.execute(request, {});
      sights.push({
        caller,
        policy: idsOf(await world.runIn(caller.scope, (tx) => tx.query<{ id: string }>('select id from jobs'))),
        opened,
        stopped,
        mine: idsOf(mine.items),
        live: idsOf(live.ok ? live.value.items : []),
      });
    }
  }, 120_000);
  afterAll(() => world?.close());

  /** The jobs that a question about one of them does not refuse. */
  async function answered(ask: (id: string) => Promise<{ readonly ok: boolean }>): Promise<Seen> {
    const answers = await Promise.all(jobs.map(async ({ id }) => ({ id, ...(await ask(id)) })));
    return idsOf(answers.filter(({ ok }) => ok));
  }

  /** Each on a machine of its own; automatic ones, so that a welder may have several. */
  async function inventJobs(): Promise<void> {
    for (const { id, regionCode, enterpriseId, welderId, startedBy, state } of jobs) {
      await world.sql(
        `insert into machines (id, code, model, process, control, outlets, region_code, created_at)
         values ($1, $1, 'ZX7-400', 'MMA', 'code-only', 1, '411003', now())`,
        [id],
      );
      await world.sql(
        `insert into jobs (id, machine_id, control, welder_id, automatic, enterprise_id, region_code, started_by, source, state,
           reserved_at, running_at, work_until, idle_limit_s)
         values ($1, $1, 'code-only', $2, true, $3, $4, $5, 'online', $6, $7, $7, $7::timestamptz + interval '1 hour', 7200)`,
        [id, welderId, enterpriseId, regionCode, startedBy, state, new Date(NOW)],
      );
    }
  }

  const idsOf = (items: readonly { readonly id: string }[]): Seen => new Set(items.map(({ id }) => id));

  /** The first pairs for which a way differs from the rule; none: they agree. */
  const differing = (way: (sight: Sight) => Seen, rule: Rule): unknown[] =>
    sights
      .flatMap((sight) =>
        jobs
          .filter((job) => way(sight).has(job.id) !== rule(job, sight.caller))
          .map((job) => ({ SEED, caller: sight.caller, job })),
      )
      .slice(0, 3);

  it('the policy shows the scope and what the caller started; of the welder’s own only to a person among persons', () => {
    expect(
      differing(
        ({ policy }) => policy,
        (job, caller) =>
          ofScope(job, caller) || started(job, caller) || (caller.scope.kind === 'person' && welds(job, caller)),
      ),
    ).toEqual([]);
  });

  it('one by one opens what the scope holds, what the caller started and what they weld, whoever they are besides', () => {
    expect(
      differing(
        ({ opened }) => opened,
        (job, caller) => ofScope(job, caller) || started(job, caller) || welds(job, caller),
      ),
    ).toEqual([]);
  });

  it('an official orders something in the own region alone, also where they weld elsewhere', () => {
    expect(
      differing(
        ({ stopped }) => stopped,
        (job, caller) => caller.scope.kind === 'region' && ofScope(job, caller),
      ),
    ).toEqual([]);
  });

  it('under `mine` stands what the caller started or welds', () => {
    expect(
      differing(
        ({ mine }) => mine,
        (job, caller) => started(job, caller) || welds(job, caller),
      ),
    ).toEqual([]);
  });

  it('the live map shows the running ones of a region or an enterprise, never by a person’s name', () => {
    expect(
      differing(
        ({ live }) => live,
        (job, caller) => job.state === 'running' && ofScope(job, caller),
      ),
    ).toEqual([]);
  });
});
